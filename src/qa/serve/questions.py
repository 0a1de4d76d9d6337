"""The paths that answer: ask and search, by POST and by GET."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import Response

from qa.errors import AlineaError
from qa.result import Hit, Result
from qa.serve.generations import Generation
from qa.serve.schemas import (
    EXAMPLE,
    AskRequest,
    Confidence,
    Day,
    Most,
    Question,
    SearchRequest,
    Unit,
)
from qa.serve.service import Here, Service, note, pinned

router = APIRouter(prefix="/v1", tags=["questions"])

_Documents = Annotated[list[str] | None, Query(description="Only in this document; may repeat.")]
_Previous = Annotated[str | None, Query(max_length=2000)]
_EXAMPLE: Any = {"a question": {"value": {"question": EXAMPLE}}}
_EXAMPLE_ADDRESS: Any = {"a question": {"value": EXAMPLE}}


@router.post("/ask", response_model=Result, summary="Answer a question")
async def ask(
    request: Request,
    service: Here,
    asked: Annotated[AskRequest, Body(openapi_examples=_EXAMPLE)],
) -> Response:
    """Quotes that answer, each with its citation; none where there is none to stand behind."""

    def answer(generation: Generation) -> dict[str, Any]:
        result = generation.index.ask(
            asked.question,
            asked.k,
            asked.documents,
            asked.min_confidence,
            asked.previous,
            since=asked.since,
            until=asked.until,
            reader=asked.reader,
        )
        service.metrics.question(result.answered)
        return result.to_dict()

    return await _answered(request, service, asked.question, answer)


@router.get("/ask", response_model=Result, summary="Answer a question")
async def ask_by_address(
    request: Request,
    service: Here,
    question: Annotated[Question, Query(openapi_examples=_EXAMPLE_ADDRESS)],
    k: Most = 3,
    document: _Documents = None,
    documents: _Documents = None,
    since: Day | None = None,
    until: Day | None = None,
    min_confidence: Confidence | None = None,
    previous: _Previous = None,
    reader: bool = True,
) -> Response:
    """As by POST, for what is easily typed; an address is logged in more places than a body."""
    _refuse_unknown(request, AskRequest)
    asked = AskRequest(
        question=question,
        k=k,
        documents=_both(document, documents),
        since=since,
        until=until,
        min_confidence=min_confidence,
        previous=previous,
        reader=reader,
    )
    return await ask(request, service, asked)


@router.post("/search", response_model=list[Hit], summary="Find passages")
async def search(
    request: Request,
    service: Here,
    asked: Annotated[SearchRequest, Body(openapi_examples=_EXAMPLE)],
) -> Response:
    """The passages nearest to a question, without answering it."""

    def find(generation: Generation) -> list[dict[str, Any]]:
        hits = generation.index.search(
            asked.question,
            asked.k,
            asked.documents,
            asked.unit,
            since=asked.since,
            until=asked.until,
            reader=asked.reader,
        )
        return [hit.to_dict() for hit in hits]

    return await _answered(request, service, asked.question, find)


@router.get("/search", response_model=list[Hit], summary="Find passages")
async def search_by_address(
    request: Request,
    service: Here,
    question: Annotated[Question, Query(openapi_examples=_EXAMPLE_ADDRESS)],
    k: Most = 10,
    document: _Documents = None,
    documents: _Documents = None,
    since: Day | None = None,
    until: Day | None = None,
    unit: Unit = "paragraph",
    reader: bool = False,
) -> Response:
    """As by POST, for what is easily typed."""
    _refuse_unknown(request, SearchRequest)
    asked = SearchRequest(
        question=question,
        k=k,
        documents=_both(document, documents),
        since=since,
        until=until,
        unit=unit,
        reader=reader,
    )
    return await search(request, service, asked)


def _refuse_unknown(request: Request, model: type[AskRequest | SearchRequest]) -> None:
    """AlineaError for a parameter that would be ignored, as a body with such a field is refused."""
    known = sorted({*model.model_fields, "document"})
    for name in request.query_params:
        if name not in known:
            raise AlineaError(
                "unknown_parameter",
                f"There is no parameter {name!r}: use {', '.join(known)}.",
                usage=True,
            )


def _both(one: list[str] | None, other: list[str] | None) -> list[str] | None:
    """The documents under either name; None: all."""
    return None if one is None and other is None else [*(one or []), *(other or [])]


async def _answered(
    request: Request,
    service: Service,
    question: str,
    function: Callable[[Generation], Any],
) -> Response:
    if service.log_questions:
        note(request, question=question)

    def in_turn() -> tuple[Generation, Any]:
        generation = service.generations.current()
        return generation, function(generation)

    return pinned(request, *await service.queue.run(in_turn))
