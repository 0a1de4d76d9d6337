"""References to other official documents, found in the reading text of a document.

The patterns are ours, in two tables. The one library for Dutch citations, nllegalcit 0.0.4 (2024),
is an alpha that gives no spans, knows no gazettes and no EU acts, parses a whole text at once with
an Earley parser, is licensed under the EUPL, and brings requests and cryptography along.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from qa.document import Document, Footnote, Paragraph
from qa.reading import Span
from qa.references.dutch import DUTCH_FORMS
from qa.references.european import EUROPEAN_FORMS
from qa.references.forms import Cited, ReferenceKind

__all__ = ["Reference", "ReferenceKind", "find_cited", "find_references"]

_FORMS = (*DUTCH_FORMS, *EUROPEAN_FORMS)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where a document refers to an official one.

    `identifier` is the same however it is printed: "kst-28638-185", "ah-tk-20202021-708",
    "32011L0036". `text` is what is printed in the paragraph or footnote `unit`, at `source_spans`
    of the document's text; `year` that of the document referred to, where it is printed.
    """

    kind: ReferenceKind
    identifier: str
    text: str
    unit: str
    source_spans: tuple[Span, ...]
    year: int | None


def find_references(document: Document) -> tuple[Reference, ...]:
    """The references in paragraphs and footnotes, in order."""
    units: tuple[Paragraph | Footnote, ...] = (*document.paragraphs, *document.footnotes)
    found = [
        Reference(
            cited.kind,
            cited.identifier,
            unit.text[slice(*cited.span)],
            unit.id,
            unit.reading.source_spans(cited.span),
            cited.year,
        )
        for unit in units
        for cited in find_cited(unit.text)
    ]
    named: dict[str, set[str]] = {}
    for reference in found:
        if reference.kind is ReferenceKind.EU_ACT and "/" not in reference.identifier:
            named.setdefault(_last_word(reference), set()).add(reference.identifier)
    return tuple(_of_known_type(reference, named) for reference in found)


def _of_known_type(reference: Reference, named: Mapping[str, Set[str]]) -> Reference:
    """An act cited as "2011/36/EU" alone, which the document elsewhere calls a directive."""
    if reference.kind is not ReferenceKind.EU_ACT or "/" not in reference.identifier:
        return reference
    known = named.get(_last_word(reference), set())
    return replace(reference, identifier=min(known)) if len(known) == 1 else reference


def _last_word(reference: Reference) -> str:
    return reference.text.split()[-1]


def find_cited(text: str) -> list[Cited]:
    """The official documents that a text cites, in order; no two overlap."""
    if not _DIGIT.search(text):
        return []
    lower = text.lower()
    found: list[Cited] = []
    for form in _FORMS:
        if not any(word in lower for word in form.needs):
            continue
        for match in form.pattern.finditer(text):
            found += [cited for cited in form.read(match) if _free(cited, found)]
    return sorted(found, key=lambda cited: cited.span)


def _free(cited: Cited, found: list[Cited]) -> bool:
    start, end = cited.span
    return all(other.span[1] <= start or end <= other.span[0] for other in found)
