"""From a reference to the document itself: in the index, or at its official web address.

Nothing is looked up anywhere: an address is formed where its form is certain, else left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qa.document import Document
from qa.references import Reference, find_cited, find_references
from qa.references.forms import Cited, ReferenceKind

_PUBLICATIONS = "https://zoek.officielebekendmakingen.nl"
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
# The first year of which every number is published under the address that is formed of it.
_ONLINE_SINCE = {
    ReferenceKind.KAMERSTUK: 1995,
    ReferenceKind.AANHANGSEL: 2010,
    ReferenceKind.HANDELINGEN: 2011,
    ReferenceKind.STAATSCOURANT: 2010,
    ReferenceKind.STAATSBLAD: 1995,
    ReferenceKind.TRACTATENBLAD: 1995,
}
_DAY_OF_JOURNAL = "https://eur-lex.europa.eu/oj/daily-view/L-series/default.html?ojDate="
_CELEX = re.compile(r"\d{5}[A-Z]{1,2}\d{4}")
_JOURNAL = re.compile(r"pb-(\d{4})-([lc])-(\d+)")
_JOURNAL_OF_DAY = re.compile(r"pb-(\d{4})(\d\d)(\d\d)-\d+")
_JOURNAL_ACT = re.compile(r"pb-([lc])-(\d{4})-(\d+)")
_PAPER = re.compile(r"(COM|SWD|JOIN)\((\d{4})\) (\d+)")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads: the id of a document in the index, an official web address."""

    document: str | None
    address: str | None


def identify(documents: Iterable[Document]) -> dict[str, str]:
    """The id of each document by the identifier that its own metadata gives it."""
    known: dict[str, str] = {}
    for document in documents:
        for identifier in own_identifiers(document):
            known.setdefault(identifier, document.id)
    return known


def own_identifiers(document: Document) -> list[str]:
    """The identifiers by which others refer to a document, from its reference number."""
    field = document.metadata.reference
    return [cited.identifier for cited in find_cited(field.value)] if field else []


def resolve(reference: Reference, known: Mapping[str, str]) -> Target:
    """Where a reference leads, given the documents that `identify` knows."""
    return Target(known.get(reference.identifier), official_address(reference))


def references_to(document: Document, others: Iterable[Document]) -> list[tuple[str, Reference]]:
    """The references to a document in other documents, each with the other's id."""
    own = set(own_identifiers(document))
    return [
        (other.id, reference)
        for other in others
        if own and other.id != document.id
        for reference in find_references(other)
        if reference.identifier in own
    ]


def linked(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in parts, in order, each with the official web address of what it cites."""
    position = 0
    for cited in find_cited(text):
        yield text[position : cited.span[0]], None
        yield text[slice(*cited.span)], official_address(cited)
        position = cited.span[1]
    yield text[position:], None


def official_address(reference: Reference | Cited) -> str | None:
    """The official web address of what is referred to, None where it is not certain."""
    kind, identifier = reference.kind, reference.identifier
    if kind in _ONLINE_SINCE:
        if reference.year is not None and reference.year < _ONLINE_SINCE[kind]:
            return None
        whole = kind is not ReferenceKind.HANDELINGEN or identifier.count("-") == 4
        return f"{_PUBLICATIONS}/{identifier}.html" if whole else None
    if kind is ReferenceKind.DOSSIER:
        return f"{_PUBLICATIONS}/dossier/{identifier}"
    if kind is ReferenceKind.CASE:
        return _case_address(identifier)
    return _european_address(identifier)


def _case_address(ecli: str) -> str | None:
    if ecli.startswith("ECLI:NL:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={ecli}"
    return f"{_EUR_LEX}ecli:{ecli}" if ecli.startswith("ECLI:EU:") else None


def _european_address(identifier: str) -> str | None:
    if _CELEX.fullmatch(identifier):
        return f"{_EUR_LEX}CELEX:{identifier}"
    if match := _JOURNAL.fullmatch(identifier):
        year, series, number = match.groups()
        return f"{_EUR_LEX}OJ:{series.upper()}:{year}:{int(number):03d}:TOC"
    if match := _JOURNAL_OF_DAY.fullmatch(identifier):  # L or C: the page of a day shows both
        year, month, day = match.groups()
        return f"{_DAY_OF_JOURNAL}{day}{month}{year}"
    if match := _JOURNAL_ACT.fullmatch(identifier):
        series, year, number = match.groups()
        return f"{_EUR_LEX}OJ:{series.upper()}_{year}{int(number):05d}"
    if match := _PAPER.fullmatch(identifier):
        series, year, number = match.groups()
        return f"{_EUR_LEX}{series}:{year}:{number}:FIN"
    return None
