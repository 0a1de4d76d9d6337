"""The source view: pages as they look, reading form, what is looked for, from place to place."""

import io
import re
from pathlib import Path

import pytest
from pdf_files import Sheet
from PIL import Image
from streamlit.testing.v1 import AppTest

from qa import Index
from qa.document import Document
from qa.errors import AlineaError
from qa.load import load
from qa.load.pdf.page_pictures import draw_page
from qa.web.cited import Cited, Found, find, find_words
from qa.web.pages_view import first_page, pages_html
from qa.web.reading_form import reading_html
from qa.web.text import Words

NL = Words("nl")
APP = str(Path(__file__).parent.parent.parent / "app.py")
NOTHING = Found()


def pdf(pages: int = 2) -> bytes:
    sheet = Sheet()
    for page in range(1, pages + 1):
        if page > 1:
            sheet.next_page()
        sheet.lines(
            70,
            100,
            f"Op bladzijde {page} staat dat de bijdrage voor het zwembad",
            f"{page}00 euro per jaar bedraagt. Dat is besloten.",
        )
    return sheet.data()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "zwembad.pdf"
    path.write_bytes(pdf())
    return path


def bare(html: str) -> str:
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="al-hidden">.*?</span>', "", html))


def test_a_page_is_drawn_as_it_looks(file: Path) -> None:
    picture = draw_page(file, 2)
    assert (picture.width, picture.height) == (595.0, 842.0)
    image = Image.open(io.BytesIO(picture.data)).convert("L")
    scale = image.width / 595
    written = image.crop((int(70 * scale), int(92 * scale), int(300 * scale), int(114 * scale)))
    assert written.getextrema()[0] < 100  # there are letters where they were set
    blank = image.crop((0, int(400 * scale), image.width, image.height))
    assert blank.getextrema()[0] > 240


def test_a_file_that_is_no_pdf_cannot_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "nep.pdf").write_bytes(b"%PDF-1.4 rommel")
    with pytest.raises(AlineaError):
        draw_page(tmp_path / "nep.pdf", 1)


def test_boxes_lie_over_the_cited_words(file: Path) -> None:
    document = load(file, "z")
    cited = find(document, document.paragraphs[1].sentences[0].id)
    assert cited is not None
    found = Found(find_words(document, "besloten"), 1)
    pictures = {page: draw_page(file, page) for page in (1, 2)}
    html = pages_html(document, pictures, cited, found, NL)
    first, second = html.split('<div class="al-page">')[1:]
    assert "al-box-cited" not in first
    assert second.count("al-box-cited") == 2  # a box a line
    places = re.findall(r'al-box-cited"[^>]*style="left:([\d.]+)%;top:([\d.]+)%', second)
    assert [round(float(left) * 5.95) for left, _ in places] == [69, 69]  # points from the left
    assert 87 < float(places[0][1]) * 8.42 < 95
    assert html.count("al-box-found") == 2
    assert 'al-box-here" id="found"' in second
    assert 'title="alinea 2"' in second


def test_of_many_pages_those_around_the_citation_are_shown(tmp_path: Path) -> None:
    (tmp_path / "lang.pdf").write_bytes(pdf(9))
    document = load(tmp_path / "lang.pdf", "lang")
    on_six = find(document, document.paragraphs[5].id)
    assert on_six is not None
    assert first_page(document, on_six.spans) == 5
    assert first_page(document, ()) == 1


def test_reading_form_has_numbers_page_breaks_and_notes(letter: Document) -> None:
    html = reading_html(letter, find(letter, "brief#p20.s3"), NOTHING, NL)
    assert html.count('title="alinea ') == 27
    assert re.findall(r"pagina \d", bare(html)) == [f"pagina {n}" for n in range(1, 6)]
    assert "daar niet alle  [pagina 4] slachtoffers in beeld" in bare(html)
    assert '<mark id="cited">Arbeidsuitbuiting raakt voor een meerderheid mannen (68%).' in html
    assert 'id="ref-fn6-1" href="#note-fn6" aria-label="naar voetnoot 6">6</a>. Bijna' in html
    for number in range(1, 11):
        assert html.count(f'id="note-fn{number}" href="#ref-fn{number}-1"') == 1


def test_reading_form_marks_the_words_that_answer(letter: Document) -> None:
    paragraph = letter.unit("brief#p20")
    spans = paragraph.reading.source_spans((paragraph.text.index("Arbeidsuit"), 700))
    words = paragraph.reading.source_spans(
        (paragraph.text.index("68%"), paragraph.text.index("68%") + 3)
    )
    html = reading_html(letter, Cited(paragraph, spans, words), NOTHING, NL)
    assert "meerderheid mannen (<strong>68%</strong>)" in html


def test_words_are_found_across_lines_and_hyphens(letter: Document) -> None:
    places = find_words(letter, "arbeidsuitbuiting  RAAKT voor")
    assert [[letter.text[slice(*span)] for span in place] for place in places] == [
        ["Arbeids-\nuitbuiting raakt voor"]
    ]
    html = reading_html(letter, None, Found(places), NL)
    assert '<span class="al-here" id="found">Arbeidsuitbuiting raakt voor</span>' in html
    assert find_words(letter, "(.*)") == ()
    assert find_words(letter, "  ") == ()


def test_markup_is_text_in_reading_form_too(tmp_path: Path) -> None:
    path = tmp_path / "eng.html"
    path.write_text("<p>Hier staat &lt;script&gt;alert(1)&lt;/script&gt; en &lt;b&gt; & $x$.</p>")
    html = reading_html(load(path, "eng"), None, NOTHING, NL)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; en &lt;b&gt;" in html


@pytest.fixture
def page(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    Index.build([file], tmp_path / "index")
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "index"))
    return AppTest.from_file(APP, default_timeout=60)


def shown(page: AppTest) -> str:
    assert not page.exception
    return "\n".join(element.value for element in page.html)


def test_a_pdf_opens_as_pages_and_can_be_read(page: AppTest) -> None:
    page.query_params["doc"] = "zwembad"
    page.query_params["cite"] = "zwembad#p2.s1"
    assert 'src="data:image/webp;base64,' in shown(page.run())
    page.segmented_control(key="view-pages-reading").set_value("reading").run()
    assert '<mark id="cited">Op bladzijde 2 staat' in shown(page)
    assert page.query_params["view"] == "reading"


def test_a_pdf_that_has_changed_is_shown_as_it_was_read(page: AppTest, file: Path) -> None:
    file.write_bytes(pdf(3))
    page.query_params["doc"] = "zwembad"
    assert "Op bladzijde 2 staat" in shown(page.run())
    assert "data:image" not in shown(page)
    assert "Het bestand is er niet meer zoals het is gelezen" in page.caption[0].value


def test_what_is_looked_for_is_counted_and_gone_through(page: AppTest) -> None:
    page.query_params["doc"] = "zwembad"
    page.query_params["view"] = "reading"
    page.run().text_input(key="find").set_value("euro per jaar").run()
    assert ">1 van 2</p>" in shown(page)
    page.button(key="find_next").click().run()
    assert ">2 van 2</p>" in shown(page)
    page.text_input(key="find").set_value("niets hiervan").run()
    assert ">niets gevonden</p>" in shown(page)


def sight(page: AppTest) -> list[str]:
    """The elements that the page scrolls to."""
    assert not page.exception
    return re.findall(r'getElementById\("(\w+)"\)', shown(page))


def test_what_is_looked_for_is_forgotten_where_another_place_is_opened(page: AppTest) -> None:
    page.query_params["q"] = "Hoeveel euro per jaar bedraagt de bijdrage voor het zwembad?"
    page.run()
    page.button(key="open-0-0").click().run()
    for opens in ("citation_next", "open-0-0", "open-0-0"):
        page.text_input(key="find").set_value("besloten").run()
        assert (sight(page), page.query_params["find"]) == (["found"], "besloten")
        page.button(key=opens).click().run()
        assert (sight(page), page.text_input(key="find").value) == (["cited"], "")
        assert "find" not in page.query_params
    page.text_input(key="find").set_value("besloten").run()
    page.button(key="back").click().run()
    page.button(key="open-0-0").click().run()
    assert (sight(page), page.text_input(key="find").value) == (["cited"], "")


def test_what_is_looked_for_stays_on_its_page(page: AppTest) -> None:
    page.query_params["doc"] = "zwembad"
    page.query_params["find"] = "besloten"
    assert sight(page.run()) == ["found"]  # a link can hold it
    page.switch_page("src/qa/web/app_pages/documents.py")
    page.query_params.clear()
    page.run()
    assert page.text_input(key="search").value == ""
    assert "1 van 1 document" in [caption.value for caption in page.caption]
    page.text_input(key="search").set_value("zwembad").run()
    page.switch_page("src/qa/web/app_pages/ask.py")
    page.query_params.clear()
    page.query_params["doc"] = "zwembad"
    page.query_params["cite"] = "zwembad#p2.s1"
    assert sight(page.run()) == ["cited"]
    assert page.text_input(key="find").value == ""


def test_the_way_leads_from_one_citation_to_the_next(page: AppTest) -> None:
    page.query_params["q"] = "Hoeveel euro per jaar bedraagt de bijdrage voor het zwembad?"
    page.run()
    page.button(key="open-0-0").click().run()
    first = page.query_params["cite"]
    assert ">Vindplaats 1 van 2</p>" in shown(page)
    assert page.button(key="citation_previous").disabled
    page.button(key="citation_next").click().run()
    assert ">Vindplaats 2 van 2</p>" in shown(page)
    assert page.query_params["cite"] != first
    assert 'class="al-quote al-answer"' in shown(page)  # the conversation stands beside it
