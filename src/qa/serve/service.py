"""What the paths share: the open index, the jobs, the queue of questions, the counters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import Response

from qa.serve.errors import json_response
from qa.serve.generations import Generation, Generations
from qa.serve.jobs import Jobs
from qa.serve.limits import Limits, QuestionQueue
from qa.serve.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Service:
    """One service over one index."""

    generations: Generations
    jobs: Jobs
    queue: QuestionQueue
    metrics: Metrics
    limits: Limits
    log_questions: bool

    def close(self) -> None:
        """End its threads and its worker."""
        self.queue.close()
        self.jobs.close()


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


Here = Annotated[Service, Depends(_service)]


def pinned(request: Request, generation: Generation, value: Any) -> Response:  # noqa: ANN401
    """A response in JSON that names the generation it was made from."""
    note(request, generation=generation.name)
    return json_response(value, headers=named(generation))


def named(generation: Generation) -> dict[str, str]:
    """The header that names a generation."""
    return {"Alinea-Generation": generation.name or ""}


def note(request: Request, **values: object) -> None:
    """Put something in the log line of a request."""
    request.scope["alinea"].update(values)
