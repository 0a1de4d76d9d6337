"""The paths of documents, citations and jobs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, File, Path, Query, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from qa.describe import describe
from qa.errors import AlineaError
from qa.index import DocumentSummary
from qa.neighbours import OpenedCitation, document_of, open_citation
from qa.serve.errors import json_response
from qa.serve.schemas import Job, Structure
from qa.serve.service import Here, named, note, pinned

router = APIRouter(prefix="/v1", tags=["documents"])

_DocumentId = Annotated[str, Path(examples=["kamerbrief-mensenhandel"])]
_OldId = Annotated[str, Path(examples=["oude-brief"])]
_JobId = Annotated[str, Path(examples=["0f3a5b7c9d1e2f40"])]
_UnitId = Annotated[
    str,
    Path(
        description="Of a paragraph, footnote, sentence or section; `#` is written %23.",
        examples=["kamerbrief-mensenhandel#p20"],
    ),
]
_Neighbours = Annotated[int, Query(ge=0, le=20)]


@router.get("/documents", response_model=list[DocumentSummary], summary="List documents")
def list_documents(request: Request, service: Here) -> Response:
    """The documents in the index, in order of id."""
    generation = service.generations.current()
    rows = [asdict(document) for document in generation.index.documents()]
    return pinned(request, generation, rows)


@router.post("/documents", response_model=Job, status_code=202, summary="Add documents")
async def add_documents(
    service: Here,
    files: Annotated[list[UploadFile], File(min_length=1, description="One or more files.")],
) -> Response:
    """Queue files to be added, or to replace uploads of the same name; the answer is the job.

    A document of that name that was indexed from elsewhere stays, and the job names it.
    """
    most = service.limits.upload_files
    if len(files) > most:
        raise AlineaError("too_many_files", f"{len(files)} files, and {most} is the most.")
    streams = [(file.filename or "", file.file) for file in files]
    return _accepted(await run_in_threadpool(service.jobs.add, streams))


@router.get("/documents/{document_id}", response_model=Structure, summary="Show a document")
def show_document(request: Request, service: Here, document_id: _DocumentId) -> Response:
    """Pages, sections, paragraphs and footnotes as recognised."""
    generation = service.generations.current()
    return pinned(request, generation, describe(generation.index.document(document_id)))


@router.delete(
    "/documents/{document_id}", response_model=Job, status_code=202, summary="Remove a document"
)
def remove_document(service: Here, document_id: _OldId) -> Response:
    """Queue the removal of a document and of its file, if that was uploaded."""
    service.generations.current().index.document(document_id)
    return _accepted(service.jobs.remove(document_id))


@router.get(
    "/documents/{document_id}/source",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    summary="The source text",
)
def document_source(request: Request, service: Here, document_id: _DocumentId) -> Response:
    """The source text exactly as it is kept, which all offsets count in."""
    generation = service.generations.current()
    text = generation.index.document(document_id).text
    note(request, generation=generation.name)
    headers = named(generation) | {"X-Content-Type-Options": "nosniff"}
    return Response(
        text.encode("utf-8", "surrogatepass"), 200, headers, "text/plain; charset=utf-8"
    )


@router.get("/citations/{unit_id}", response_model=OpenedCitation, summary="Open a citation")
def citation(
    request: Request, service: Here, unit_id: _UnitId, neighbours: _Neighbours = 1
) -> Response:
    """A paragraph or footnote, with those before and after it; or a section, alone."""
    generation = service.generations.current()
    document = generation.index.document(document_of(unit_id))
    opened = open_citation(document, unit_id, neighbours)
    return pinned(request, generation, asdict(opened))


@router.get("/jobs", response_model=list[Job], summary="List jobs")
def list_jobs(service: Here) -> Response:
    """The jobs that are known, the newest first."""
    return json_response([job.model_dump() for job in service.jobs.all()])


@router.get("/jobs/{job_id}", response_model=Job, summary="How far a job is")
def show_job(service: Here, job_id: _JobId) -> Response:
    """The state of a job, its progress and an estimate of the time left."""
    return json_response(service.jobs.job(job_id).model_dump())


@router.delete("/jobs/{job_id}", response_model=Job, status_code=202, summary="Cancel a job")
def cancel_job(service: Here, job_id: _JobId) -> Response:
    """Stop a job; the index stays as it was."""
    return json_response(service.jobs.cancel(job_id).model_dump(), 202)


def _accepted(job: Job) -> Response:
    return json_response(job.model_dump(), 202)
