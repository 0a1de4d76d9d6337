"""The source view: the document's own lines, marked by offsets."""

import re
from pathlib import Path

import pytest

from qa import Index
from qa.document import Document
from qa.load import load
from qa.web import source
from qa.web.cited import Cited, find, of_answer
from qa.web.source import first_line, line_count, source_html
from qa.web.text import Words

NL = Words("nl")
TWICE = (
    "De commissie vergadert. Dit is besloten in maart. Het verslag volgt.\n"
    "\n"
    "De raad vergadert ook. Dit is besloten in maart. Het verslag volgt later.\n"
)


def lines(html: str) -> dict[int, str]:
    """The HTML of each line's text, by its number."""
    html = re.sub(r'<span class="al-hidden">.*?</span>', "", html)
    rows = re.findall(
        r'aria-hidden="true">(\d+)</span><span class="al-text"[^>]*>(.*?)</span></div>', html
    )
    return {int(number): text for number, text in rows}


@pytest.fixture
def twice(tmp_path: Path) -> Document:
    path = tmp_path / "twee.txt"
    path.write_text(TWICE)
    return load(path, "twee")


def test_of_a_sentence_that_stands_twice_the_cited_one_is_marked(twice: Document) -> None:
    first = lines(source_html(twice, find(twice, "twee#p1.s2"), NL))
    second = lines(source_html(twice, find(twice, "twee#p2.s2"), NL))
    marked = '<mark id="cited">Dit is besloten in maart.</mark>'
    assert first[1] == f"De commissie vergadert. {marked} Het verslag volgt."
    assert "<mark" not in first[3]
    assert second[3] == f"De raad vergadert ook. {marked} Het verslag volgt later."
    assert "<mark" not in second[1]


def test_the_lines_are_those_of_the_document(letter: Document) -> None:
    html = source_html(letter, None, NL)
    shown = lines(html)
    assert len(shown) == line_count(letter) == 264
    bare = {n: re.sub(r"<[^>]+>", "", text) for n, text in shown.items()}
    for number, text in enumerate(letter.text.split("\n")[:264], start=1):
        assert bare[number] == text.replace("&", "&amp;").replace("'", "&#x27;").replace(
            '"', "&quot;"
        )


def test_a_quote_over_two_lines_is_marked_on_both(letter: Document) -> None:
    shown = lines(source_html(letter, find(letter, "brief#p20.s3"), NL))
    assert shown[182].endswith('voedselproductie. <mark id="cited">Arbeids-</mark>')
    assert shown[183].startswith(
        "<mark>uitbuiting raakt voor een meerderheid mannen (68%).</mark> Echter, in sectoren"
    )
    assert sum("<mark" in text for text in shown.values()) == 2


def test_the_words_that_answer_are_marked_within_the_quote(letter_index: Index) -> None:
    answer = letter_index.ask(
        "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
    ).answers[0]
    document = letter_index.document("kamerbrief-mensenhandel")
    shown = lines(source_html(document, of_answer(document, answer), NL))
    assert "mannen (<strong>68%</strong>).</mark>" in shown[183]


def test_a_quote_around_a_footnote_is_marked_in_its_two_halves(letter: Document) -> None:
    paragraph = letter.unit("brief#p16")
    shown = lines(source_html(letter, Cited(paragraph, paragraph.reading.pieces), NL))
    marked = [number for number, text in shown.items() if "<mark" in text]
    assert marked == [*range(135, 140), *range(146, 153)]


def test_paragraph_numbers_stand_in_the_margin(letter: Document) -> None:
    html = source_html(letter, None, NL)
    assert (
        '<span class="al-alinea"><span title="alinea 20">20</span></span>'
        '<span class="al-number" aria-hidden="true">176</span>' in html
    )
    assert html.count('title="alinea ') == 27


def test_pages_are_set_apart(letter: Document) -> None:
    html = source_html(letter, None, NL)
    assert re.findall(r'<div class="al-page"><span>(.*?)</span>', html) == [
        "pagina 1", "pagina 2", "pagina 3", "pagina 4", "pagina 5",
    ]  # fmt: skip


def test_footnotes_lead_there_and_back(letter: Document) -> None:
    html = source_html(letter, None, NL)
    for number in range(1, 11):
        assert html.count(f'id="ref-fn{number}-1" href="#note-fn{number}"') == 1
        assert html.count(f'id="note-fn{number}" href="#ref-fn{number}-1"') == 1
    assert 'aria-label="naar voetnoot 6">6</a>. Bijna' in html


def test_markup_in_a_document_is_text(tmp_path: Path) -> None:
    path = tmp_path / "eng.txt"
    path.write_text("Hier staat <script>alert('x')</script> en <b>vet</b> & $x$ :smile:.\n")
    document = load(path, "eng")
    html = source_html(document, find(document, "eng#p1.s1"), NL)
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; en &lt;b&gt;vet" in html


@pytest.mark.parametrize(
    "cite", ["", "x", "brief#p0", "brief#p20.s99", "brief#p20.s", "#", "brief#fn11"]
)
def test_an_unknown_id_finds_nothing(letter: Document, cite: str) -> None:
    assert find(letter, cite) is None


def test_a_note_and_a_paragraph_are_found(letter: Document) -> None:
    note = find(letter, "brief#fn6")
    assert note is not None
    assert letter.lines_of(note.spans[0])[0] == 200
    paragraph = find(letter, "brief#p20")
    assert paragraph is not None
    assert letter.lines_of(paragraph.spans[0])[0] == 176


def test_of_a_long_document_a_window_around_the_citation_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("".join(f"Dit is zin nummer {n} van het stuk.\n\n" for n in range(1, 3001)))
    document = load(path, "lang")
    cited = find(document, "lang#p2000.s1")
    first = first_line(document, cited.spans)
    shown = lines(source_html(document, cited, NL, first))
    assert list(shown) == list(range(3699, 3699 + source.WINDOW))
    assert shown[3999] == '<mark id="cited">Dit is zin nummer 2000 van het stuk.</mark>'
