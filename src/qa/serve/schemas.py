"""What goes in and out as JSON, beside the results of `qa.result`; it makes the OpenAPI."""

from __future__ import annotations

import re
import secrets
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from qa.index import LONGEST_QUESTION
from qa.reading import Span

EXAMPLE = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
MOST = 50  # answers or hits


def _day(value: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError("write the date as 2021-03-03")
    date.fromisoformat(value)
    return value


def _whole(value: object) -> object:
    """30.0 is an integer in JSON."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Question = Annotated[
    str,
    Field(max_length=LONGEST_QUESTION, pattern=r"[^\W_]", examples=[EXAMPLE]),
]
Day = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Most = Annotated[int, Field(ge=1, le=MOST)]
WholeMost = Annotated[Most, BeforeValidator(_whole)]
Confidence = Annotated[float, Field(ge=0, le=1)]
Unit = Literal["paragraph", "section"]


class _Request(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", regex_engine="python-re")

    question: Question
    documents: list[str] | None = Field(None, description="Only in the documents with these ids.")
    since: Day | None = Field(None, description="Only in documents dated on this day or later.")
    until: Day | None = Field(None, description="Only in documents dated on this day or earlier.")


class AskRequest(_Request):
    """A question, and where to look for its answer."""

    k: WholeMost = 3
    min_confidence: Confidence | None = None
    previous: str | None = Field(
        None, max_length=LONGEST_QUESTION, description="The question before, for a follow-up."
    )
    reader: bool = True


class SearchRequest(_Request):
    """What to find the nearest passages to."""

    k: WholeMost = 10
    unit: Unit = "paragraph"
    reader: bool = False


class Error(BaseModel):
    """What went wrong: a word for programs and a sentence for people."""

    code: str = Field(examples=["no_such_document"])
    message: str


class ErrorResponse(BaseModel):
    """Every response that is no success."""

    error: Error


class FileError(Error):
    """A file that could not be read; the others of its job go on."""

    file: str


class Job(BaseModel):
    """Work on the index, and how far it is."""

    id: str
    kind: Literal["add", "remove"]
    state: Literal["queued", "running", "done", "failed", "cancelled"]
    stage: str | None = Field(description="What is being done: load or encode.")
    progress: float = Field(ge=0, le=1)
    seconds_left: float | None = Field(description="An estimate; null as long as there is none.")
    files: list[str] = Field(description="The names of the files to add, as they are kept.")
    documents: list[str] = Field(description="The ids that were added or are to be removed.")
    failed_files: list[FileError]
    beside: list[str] = Field(
        default_factory=list,
        description="The ids of documents whose file, from elsewhere, has the name of one that "
        "was added: they are not replaced.",
    )
    error: Error | None
    created: str
    ended: str | None


def new_job(kind: Literal["add", "remove"]) -> Job:
    """A job that waits, and has nothing to do yet."""
    return Job(
        id=secrets.token_hex(8),
        kind=kind,
        state="queued",
        stage=None,
        progress=0.0,
        seconds_left=None,
        files=[],
        documents=[],
        failed_files=[],
        beside=[],
        error=None,
        created=now(),
        ended=None,
    )


def now() -> str:
    """The time, so that it sorts."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Health(BaseModel):
    """That the service runs."""

    status: Literal["ok"]
    version: str


class Ready(BaseModel):
    """That questions can be answered."""

    status: Literal["ready"]
    generation: str
    documents: int


class _Field(BaseModel):
    value: str
    span: Span | None
    origin: str


class _Page(BaseModel):
    page: int
    span: Span
    label: str | None


class _Section(BaseModel):
    id: str
    title: str | None
    level: int
    span: Span
    lines: Span | None
    parent: str | None


class _Sentence(BaseModel):
    id: str
    reading_span: Span


class _Reference(BaseModel):
    id: str
    at: int


class _Unit(BaseModel):
    id: str
    text: str
    pages: list[int] | None
    lines: Span | None
    locator: str | None
    source_spans: list[Span]


class _Paragraph(_Unit):
    number: int
    number_in_section: int
    section: str | None
    kind: str
    context: str
    sentences: list[_Sentence]
    footnotes: list[_Reference]


class _Footnote(_Unit):
    marker: str
    referred_from: list[_Reference]


class Structure(BaseModel):
    """What was recognised in a document, as `qa show DOC --json` prints it."""

    id: str
    source: str
    sha256: str
    text_sha256: str
    loader: str
    encoding: str | None
    metadata: dict[str, _Field | None]
    pages: list[_Page]
    sections: list[_Section]
    paragraphs: list[_Paragraph]
    footnotes: list[_Footnote]
    furniture: list[Span]
