"""Units of an index: passages and sections as rows of JSON, with the citation of each."""

from __future__ import annotations

import json
from dataclasses import astuple, replace
from typing import Any

from qa.boxes import Box
from qa.cite import cite, cite_section
from qa.document import Document
from qa.passages import Passage, SectionPassage, make_passages, make_sections
from qa.reading import Span
from qa.result import Citation, CitedFootnote


def unit_rows(
    document: Document,
) -> tuple[list[Passage], list[str], list[SectionPassage], list[str]]:
    """The passages of a document and its sections, each with the rows that are kept of them."""
    passages, sections = make_passages([document]), make_sections([document])
    kept = [_passage_row(p, cite(document, p.id)) for p in passages]
    kept_sections = [_section_row(s, cite_section(document, s)) for s in sections]
    return passages, kept, sections, kept_sections


def read_passage(row: str, document: int) -> tuple[Passage, Citation]:
    """A passage of the document with this number, and its citation; ValueError if it is none."""
    values, citation = json.loads(row)
    id_, kind, text, language, heading, lead, sentences, *marked = values
    spans = tuple((name, (start, end)) for name, (start, end) in sentences)
    passage = Passage(document, id_, kind, text, language, heading, lead, spans, *marked)
    return passage, _read_citation(citation, text)


def read_section(row: str, document: int) -> tuple[SectionPassage, Citation]:
    """The same of a section."""
    (id_, text, language, heading, members), citation = json.loads(row)
    section = SectionPassage(document, id_, text, language, heading, tuple(members))
    return section, _read_citation(citation, text)


def _passage_row(passage: Passage, citation: Citation) -> str:
    return json.dumps([astuple(passage)[1:], _citation_row(citation)], separators=(",", ":"))


def _section_row(section: SectionPassage, citation: Citation) -> str:
    return json.dumps([astuple(section)[1:], _citation_row(citation)], separators=(",", ":"))


def _citation_row(citation: Citation) -> tuple[Any, ...]:
    """All but the text, which is the unit's own."""
    return astuple(replace(citation, paragraph_text="", also_in=()))[:-1]


def _read_citation(row: list[Any], text: str) -> Citation:
    document, title, kind, id_, section, number, in_section, pages, labels, *rest = row
    lines, spans, locator, boxes, _, footnotes = rest
    return Citation(
        document=document,
        title=title,
        kind=kind,
        id=id_,
        section=tuple(section),
        paragraph=number,
        paragraph_in_section=in_section,
        pages=_tuple(pages),
        page_labels=_tuple(labels),
        lines=_span(lines),
        source_spans=_spans(spans),
        locator=locator,
        boxes=None if boxes is None else tuple(Box(*box) for box in boxes),
        paragraph_text=text,
        footnotes=tuple(
            CitedFootnote(name, marker, words, _tuple(where), _span(at), _spans(places))
            for name, marker, words, where, at, places in footnotes
        ),
    )


def _tuple(values: list[Any] | None) -> tuple[Any, ...] | None:
    return None if values is None else tuple(values)


def _span(values: list[int] | None) -> Span | None:
    return None if values is None else (values[0], values[1])


def _spans(rows: list[list[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in rows)
