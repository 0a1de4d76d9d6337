"""A long document in reading form, of which one window is shown at a time."""

import re
from pathlib import Path

import pytest
from docx_files import docx, p

from qa.document import Document
from qa.load import load
from qa.web.cited import Found, find, find_words
from qa.web.reading_form import first_paragraph, reading_html
from qa.web.text import Words

NL = Words("nl")
NOTHING = Found()
NOTE_MARK = '<w:r><w:footnoteReference w:id="1"/></w:r>'
NOTE = (
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t>De commissie telde in 1987 precies 4711 paarden.</w:t></w:r></w:p></w:footnote>"
)


@pytest.fixture
def headed(tmp_path: Path) -> Document:
    """A heading above every tenth of 850 paragraphs."""
    parts = [
        f"<h2>Kop {n}</h2><p>Hier staat alinea {n}.</p>"
        if n % 10 == 1
        else f"<p>Hier staat alinea {n}.</p>"
        for n in range(1, 851)
    ]
    (tmp_path / "koppen.html").write_text("".join(parts))
    return load(tmp_path / "koppen.html", "koppen")


@pytest.fixture
def noted(tmp_path: Path) -> Document:
    """A note to the fifth of 600 paragraphs; in the source of a Word file it lies at the end."""
    body = "".join(
        p(f"Dit is alinea {n} van het stuk.", *([NOTE_MARK] if n == 5 else ()))
        for n in range(1, 601)
    )
    (tmp_path / "lang.docx").write_bytes(docx(body, footnotes=NOTE))
    return load(tmp_path / "lang.docx", "lang")


def headings(html: str) -> list[str]:
    return re.findall(r"<h4>(.*?)</h4>", html)


def test_no_heading_is_lost_between_two_windows(headed: Document) -> None:
    first, second, last = (reading_html(headed, None, NOTHING, NL, n) for n in (1, 401, 801))
    assert headings(first) == [f"Kop {n}" for n in range(1, 402, 10)]
    assert headings(second) == [f"Kop {n}" for n in range(401, 802, 10)]
    assert headings(last) == [f"Kop {n}" for n in range(801, 850, 10)]
    assert second.index("<h4>Kop 401</h4>") < second.index("Hier staat alinea 401.")
    assert second.count('title="alinea ') == 400


def test_a_later_window_begins_with_its_own_page(tmp_path: Path) -> None:
    pages = (
        "\n\n".join(f"{n}. Op blad {page} staat punt {n} over het stuk." for n in range(1, 11))
        for page in range(1, 61)
    )
    (tmp_path / "bladen.txt").write_text("\f".join(pages))
    document = load(tmp_path / "bladen.txt", "bladen")
    assert len(document.paragraphs) == 600
    html = reading_html(document, None, NOTHING, NL, 406)
    breaks = re.findall(r'<div class="al-page"><span>(.*?)</span>', html)
    assert breaks == [f"pagina {page}" for page in range(41, 61)]
    assert html.index("pagina 41") < html.index("6. Op blad 41 staat")
    whole = reading_html(document, None, NOTHING, NL)
    assert re.findall(r'<div class="al-page"><span>(.*?)</span>', whole) == [
        f"pagina {page}" for page in range(1, 41)
    ]


def test_a_note_that_is_cited_is_shown_where_the_text_refers_to_it(noted: Document) -> None:
    cited = find(noted, "lang#fn1")
    assert cited is not None
    first = first_paragraph(noted, cited.spans)
    assert first == 1
    html = reading_html(noted, cited, NOTHING, NL, first)
    assert '<mark id="cited">De commissie telde in 1987 precies 4711 paarden.</mark>' in html
    assert 'id="ref-fn1-1" href="#note-fn1"' in html
    assert 'id="note-fn1" href="#ref-fn1-1"' in html


def test_a_note_with_a_word_that_is_looked_for_is_shown(noted: Document) -> None:
    found = Found(find_words(noted, "4711"))
    assert first_paragraph(noted, found.here) == 1
    later = reading_html(noted, None, found, NL, 401)
    assert '<span class="al-here" id="found">4711</span> paarden.' in later
    assert "#ref-fn1-1" not in later  # the mark it would lead to is in another window
    assert "4711" not in reading_html(noted, None, NOTHING, NL, 401)
