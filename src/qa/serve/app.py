"""The ASGI app: the paths under /v1, each over one generation of the index."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from qa import __version__
from qa.serve import documents, health, questions
from qa.serve.errors import add_handlers
from qa.serve.generations import Generations
from qa.serve.guard import Guard
from qa.serve.jobs import Jobs
from qa.serve.keys import Keys
from qa.serve.limits import Limits, QuestionQueue
from qa.serve.logs import Log, write_line
from qa.serve.metrics import Metrics
from qa.serve.schemas import ErrorResponse
from qa.serve.service import Service

_DESCRIPTION = """Ask documents a question: get the sentence that answers it, word for word, and
the exact paragraph it stands in. Each request is served from one generation of the index, which
the header `Alinea-Generation` names."""


def create_app(
    index_path: str | Path,
    *,
    keys: str | Path | None = None,
    limits: Limits | None = None,
    hosts: Iterable[str] | None = None,
    log: Log = write_line,
    log_questions: bool = False,
) -> FastAPI:
    """The service over an index, to be run alone or mounted in another ASGI app.

    With `keys`, the file that `qa serve --add-key` makes, each request needs a key. `hosts` are
    the only names by which the service may be called. An index that is not there yet, or not
    sound, is told to each request.
    """
    limits = limits or Limits()
    path = Path(index_path)
    generations = Generations(path)
    metrics = Metrics()
    service = Service(
        generations=generations,
        jobs=Jobs(path, generations.refresh, limits.jobs),
        queue=QuestionQueue(limits.at_once, limits.queue),
        metrics=metrics,
        limits=limits,
        log_questions=log_questions,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        service.close()

    errors: dict[int | str, dict[str, Any]] = {
        status: {"model": ErrorResponse, "description": "What went wrong."}
        for status in ("4XX", "5XX")
    }
    app = FastAPI(
        title="Alinea",
        version=__version__,
        description=_DESCRIPTION,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # they load scripts from another host
        redoc_url=None,
        redirect_slashes=False,
        responses=errors,
        lifespan=lifespan,
    )
    app.state.service = service
    add_handlers(app)
    protected = health.key_scheme if keys is not None else []
    routers = (questions.router, documents.router, health.metrics_router, health.router)
    for router in routers:
        app.include_router(router, dependencies=[] if router is health.router else protected)
    app.add_middleware(
        Guard,
        routes=[route for router in routers for route in router.routes],
        limits=limits,
        keys=Keys(keys) if keys is not None else None,
        hosts=frozenset(hosts) if hosts is not None else None,
        metrics=metrics,
        log=log,
    )
    return app
