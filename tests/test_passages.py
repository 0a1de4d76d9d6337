"""Sections as units: their paragraphs and those of what is under them."""

import pytest

from qa.document import Document
from qa.load import parse
from qa.passages import make_sections


def html(text: str) -> Document:
    return parse(f"<html><body>{text}</body></html>".encode(), None, "wet.html", "wet")


def test_a_section_holds_what_stands_in_it_and_under_it_in_order() -> None:
    document = html(
        "<p>Vooraf geldt deze regel voor iedereen.</p><h1>Wet op de bruggen</h1>"
        "<h2>Artikel 1</h2><p>De brug gaat om acht uur open.</p>"
        "<h3>Toelichting</h3><p>De schippers vroegen daarom.</p>"
        "<h2>Artikel 2</h2><h2>Artikel 3</h2><p>De brug gaat om zes uur dicht.</p>"
    )
    sections = make_sections([document, document])
    assert [(s.document, s.id, s.heading, s.members) for s in sections[:5]] == [
        (0, "wet#sec1", "", ("wet#p1",)),
        (0, "wet#sec2", "Wet op de bruggen", ("wet#p2", "wet#p3", "wet#p4")),
        (0, "wet#sec3", "Wet op de bruggen › Artikel 1", ("wet#p2", "wet#p3")),
        (0, "wet#sec4", "Wet op de bruggen › Artikel 1 › Toelichting", ("wet#p3",)),
        (0, "wet#sec6", "Wet op de bruggen › Artikel 3", ("wet#p4",)),
    ]
    assert [(s.document, s.id) for s in sections[5:]] == [
        (1, f"wet#sec{number}") for number in (1, 2, 3, 4, 6)
    ]
    assert sections[2].text == "De brug gaat om acht uur open.\n\nDe schippers vroegen daarom."


def test_each_paragraph_is_looked_at_once_for_each_level_over_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = (f"<h2>Artikel {n}</h2><p>De regel van {n} geldt.</p>" for n in range(1, 301))
    document = html(f"<h1>Wet</h1>{''.join(articles)}")
    looked_up = []
    section = Document.section

    def counted(self: Document, section_id: str) -> object:
        looked_up.append(section_id)
        return section(self, section_id)

    monkeypatch.setattr(Document, "section", counted)
    assert len(make_sections([document])) == 301
    assert len(looked_up) == 600
