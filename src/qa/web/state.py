"""What the address of the page says: the question, what it is put to, and the place that is open.

`?q=…` is a question; `&in=…` (more than once), `&from=…` and `&to=…` restrict it to documents and
dates; `&doc=…&cite=…` opens a citation; `&v=…` is the start of the hash of the document's file, so
that a link to a document that has changed is not taken for right. The language and what is looked
for in a document (`&find=…`) are parameters of their own, bound to the switch and the box.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from qa.document import Document

VERSION_LENGTH = 8
LANGUAGE = "lang"
FIND = "find"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is put to: documents by id, none for all; first and last day, if any."""

    documents: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        return bool(self.documents or self.since or self.until)


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document: `cite` is the id of a sentence, paragraph or footnote, or empty."""

    document: str
    cite: str = ""
    version: str = ""


def place_of(document: Document, cite: str = "") -> Place:
    """A place in a document as it is now."""
    return Place(document.id, cite, document.sha256[:VERSION_LENGTH])


@dataclass(frozen=True, slots=True)
class Address:
    """All that a link to the page holds."""

    question: str = ""
    place: Place | None = None
    scope: Scope = EVERYTHING

    def parameters(self) -> dict[str, str | list[str]]:
        """The query parameters, empty where they do not apply."""
        place = self.place or Place("")
        return {
            "q": self.question,
            "in": list(self.scope.documents),
            "from": self.scope.since,
            "to": self.scope.until,
            "doc": place.document,
            "cite": place.cite,
            "v": place.version,
        }

    def link(self, base: str | None, language: str, default_language: str) -> str:
        """The link that opens this address; relative where the page's own is not known."""
        values = {name: value for name, value in self.parameters().items() if value}
        if language != default_language:
            values[LANGUAGE] = language
        scheme, host, path, _, _ = urlsplit(base or "")
        return urlunsplit((scheme, host, path or "/", urlencode(values, doseq=True), ""))


def read_address() -> Address:
    """The address as it stands in the browser."""
    document, cite = _parameter("doc"), _parameter("cite")
    document = document or cite.rpartition("#")[0]
    place = Place(document, cite, _parameter("v")) if document or cite else None
    chosen = tuple(dict.fromkeys(st.query_params.get_all("in")))
    question = _parameter("q")
    question = question if question.strip() else ""
    return Address(question, place, Scope(chosen, _parameter("from"), _parameter("to")))


def write_address(address: Address) -> None:
    """Put an address in the browser, as one step of its history; its place is what is looked at."""
    forget_find()
    put_address(address)


def put_address(address: Address) -> None:
    """The same where the box that looks in a document is shown already: the next run empties it."""
    # An empty list leaves a parameter out; deleting them one by one would be a step each.
    st.query_params.update({n: value or [] for n, value in address.parameters().items()})


def forget_find() -> None:
    """Forget what was looked for in a document, which Streamlit keeps for the next otherwise."""
    st.session_state[FIND] = ""


def _parameter(name: str) -> str:
    return st.query_params.get(name, "")
