"""The doctor's work grows with the length of a document, not with its pages times its length."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from qa.boxes import LineBox
from qa.doctor import examine_document, parse
from qa.doctor.html import render
from qa.doctor.hyphens import broken_words
from qa.doctor.page_images import PageImage
from qa.doctor.placed import Placed
from qa.doctor.suspicions import suspicions, unlinked_marks
from qa.document import Document, Page, Paragraph, ParagraphKind
from qa.reading import Op, Reading, ReadingBuilder


def paragraph(number: int, reading: Reading) -> Paragraph:
    return Paragraph(f"stuk#p{number}", number, number, None, ParagraphKind.BODY, reading, ())


def joined(*lines: str) -> tuple[str, Reading]:
    """Lines as a source and as they are read; a hyphen at the end of one is dropped."""
    source = "\n".join(lines)
    builder, at = ReadingBuilder(source), 0
    for line in lines[:-1]:
        end = at + len(line)
        broken = line.endswith("-")
        builder.add(Op.COPY, (at, end - broken))
        if broken:
            builder.add(Op.HYPHEN_JOIN, (end - 1, end))
        builder.add(Op.HYPHEN_JOIN if broken else Op.LINE_JOIN, (end, end + 1), space=not broken)
        at = end + 1
    builder.add(Op.COPY, (at, len(source)))
    return source, builder.build()


def paged(count: int) -> Document:
    """A document of pages with one paragraph each, which is one line with a box."""
    text, pages, paragraphs, boxes = "", [], [], []
    for number in range(1, count + 1):
        span = (len(text), len(text) + len(f"De brug van dag {number} is dicht."))
        text += f"De brug van dag {number} is dicht.\f"
        builder = ReadingBuilder(text)
        builder.add(Op.COPY, span)
        paragraphs.append(paragraph(number, builder.build()))
        pages.append(Page(number, (span[0], len(text))))
        places = tuple(float(at) for at in range(*span))
        boxes.append(LineBox(span, number, 10.0, 20.0, places, places))
    return Document(
        "stuk",
        "stuk.pdf",
        hashlib.sha256(text.encode()).hexdigest(),
        text,
        "pdf/0",
        pages=tuple(pages),
        paragraphs=tuple(paragraphs),
        line_boxes=tuple(boxes),
    )


class Watched(tuple[Paragraph, ...]):
    """Paragraphs that count how often they are gone through."""

    rounds = 0

    def __iter__(self) -> Iterator[Paragraph]:
        Watched.rounds += 1
        return super().__iter__()


def test_units_are_gone_through_as_often_for_many_pages_as_for_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boxed: list[object] = []
    boxes_of = Document.boxes_of
    monkeypatch.setattr(
        Document, "boxes_of", lambda self, spans: boxed.append(spans) or boxes_of(self, spans)
    )
    rounds = []
    for count in (2, 40):
        document = paged(count)
        document = replace(document, paragraphs=Watched(document.paragraphs))
        images = [PageImage("data:,", 595.0, 842.0)] * (count // 2)
        Watched.rounds = 0
        page = render(document, examine_document(document), images)
        rounds.append(Watched.rounds)
        assert page.count("<rect ") == count // 2
        assert page.count('<pre class="source">') == count // 2
    assert rounds[0] == rounds[1]
    assert len(boxed) == 2 + 40


def test_broken_words_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(parse, "broken_words", lambda reading, *_: seen.append(reading.text) or [])
    examine_document(paged(3))
    assert seen == [f"De brug van dag {number} is dicht." for number in (1, 2, 3)]


def test_a_broken_word_is_looked_for_from_where_it_breaks() -> None:
    # Minutes, if the text before each were gone through again.
    _, reading = joined(*["het gaat om belas-", "tingen van de oude stad en"] * 30_000, "meer.")
    words = broken_words(reading)
    assert len(words) == 30_000
    assert {(word.source, word.result) for word in words} == {("belas-/tingen", "belastingen")}


def test_a_long_word_is_gone_through_once_for_marks() -> None:
    # Minutes, if it were gone through from each of its letters.
    reading = Reading(f"Het woord {'a' * 200_000} en de Kamer8. Meer niet.", ())
    assert unlinked_marks(paragraph(1, reading)) == ["Kamer8"]


def test_numbers_on_lines_of_their_own_are_looked_up_at_once() -> None:
    # Minutes, if the steps of the reading were gone through for each.
    text, reading = joined("De tabel begint hier", *["17", "en gaat door"] * 20_000, "tot hier.")
    document = replace(paged(1), text=text)
    odd = suspicions(document, paragraph(1, reading))
    assert odd[0] == "very long"
    assert odd[1:] == ["a number alone on its line (17)"] * 20_000


def test_things_of_a_span_come_in_the_order_in_which_they_were_given() -> None:
    placed = Placed([(9, "d"), (5, "b"), (4, "a"), (5, "c"), (0, "e")])
    assert placed.within((4, 9)) == ["b", "a", "c"]
    assert placed.within((5, 6)) == ["b", "c"]
    assert placed.within((10, 20)) == []
    assert placed.within((0, 0)) == []
