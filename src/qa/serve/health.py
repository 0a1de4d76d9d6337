"""The paths for those who run the service: health, readiness, metrics."""

from __future__ import annotations

from fastapi import APIRouter, Request, Security
from fastapi.responses import Response
from fastapi.security import HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST

from qa import __version__
from qa.errors import AlineaError
from qa.serve.errors import json_response
from qa.serve.schemas import Health, Ready
from qa.serve.service import Here, pinned

router = APIRouter(prefix="/v1", tags=["service"])
metrics_router = APIRouter(prefix="/v1", tags=["service"])
# Checked by the guard, before a body is read; here it only stands in the OpenAPI.
key_scheme = [Security(HTTPBearer(auto_error=False, description="A key of --add-key."))]


@router.get("/health", response_model=Health, summary="Does it run")
def health() -> Response:
    """That the service runs, whatever the index."""
    return json_response({"status": "ok", "version": __version__})


@router.get("/ready", response_model=Ready, summary="Can it answer")
def ready(request: Request, service: Here) -> Response:
    """That the index is open; 503 and why where it is not."""
    generation = service.generations.current()
    documents = len(generation.index.documents())
    value = {"status": "ready", "generation": generation.name, "documents": documents}
    return pinned(request, generation, value)


@metrics_router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    summary="Counters for Prometheus",
)
def metrics(service: Here) -> Response:
    """Requests, times, questions, jobs and documents, in the text form of Prometheus."""
    try:
        documents = len(service.generations.current().index.documents())
    except AlineaError:
        documents = 0
    text = service.metrics.expose(service.queue.pending, documents, service.jobs.count())
    return Response(text, media_type=CONTENT_TYPE_LATEST)
