"""The answer card: marks by offsets, everything escaped."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from qa import Index
from qa.document import MetadataField
from qa.errors import AlineaError
from qa.web import documents_text, evaluation_text, feedback_buttons, wording
from qa.web.card import (
    context_html,
    literal,
    marked,
    percent,
    quote_html,
    shortened,
    sure,
    understood_html,
    where,
)
from qa.web.state import Address, Place
from qa.web.text import Words
from qa.web.wording_of_errors import ERRORS_NL

NL = Words("nl")


def test_the_span_that_is_marked_is_the_one_of_the_offsets() -> None:
    text = "Ja. Nee. Ja."
    html = re.sub(r'<span class="al-hidden">.*?</span>', "", marked(text, (9, 12), None, NL))
    assert html == "Ja. Nee. <mark>Ja.</mark>"


def test_the_words_that_answer_are_marked_within_the_quote() -> None:
    html = re.sub(
        r'<span class="al-hidden">.*?</span>', "", marked("A. Om 10 uur.", (3, 13), (3, 5), NL)
    )
    assert html == "A. <mark>Om <strong>10</strong> uur.</mark>"


def test_text_of_documents_is_escaped(tmp_path: Path) -> None:
    source = tmp_path / "a<b>.txt"
    source.write_text("De prijs is <script>alert('x')</script> 12 euro & $y^2$ :smile: **vet**.\n")
    index = Index.build([source], tmp_path / "index")
    result = index.ask("Wat is de prijs in euro?", min_confidence=0.0)
    html = quote_html(result.answers[0], NL, "nl") + context_html(result.answers[0], NL, "nl")
    assert "<script" not in html
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in html
    assert "$y^2$ :smile: **vet**" in html.replace("<mark>", "").replace("</mark>", "")


def test_footnotes_come_with_the_card(letter_index: Index) -> None:
    result = letter_index.ask("Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?")
    html = context_html(result.answers[0], NL, "nl")
    assert "Voetnoten bij deze alinea" in html
    assert (
        '<p><span class="al-marker">6</span> Dit jaar heeft de Europese Commissie de slachtoffers '
        "van het VK niet meegerekend." in html
    )


def test_a_footnote_leads_to_the_document_that_it_cites(letter_index: Index) -> None:
    question = "Waarover is de Kamer recent nader geïnformeerd?"
    result = letter_index.ask(question, min_confidence=0.0)
    notes = [note.text for answer in result.answers for note in answer.citation.footnotes]
    html = "".join(context_html(answer, NL, "nl") for answer in result.answers)
    assert "Kamerstuk 28 638, nr. 184." in notes
    assert (
        '<a href="https://zoek.officielebekendmakingen.nl/kst-28638-184.html" target="_blank" '
        'rel="noopener">Kamerstuk 28 638, nr. 184</a>.' in html
    )


def test_what_was_understood_is_escaped() -> None:
    assert understood_html("Wat is <b>?", NL) == (
        '<p class="al-also">Opgevat als: Wat is &lt;b&gt;?</p>'
    )


def test_of_a_long_title_the_end_is_left_out_and_of_the_place_nothing(letter_index: Index) -> None:
    document = letter_index.document("kamerbrief-mensenhandel")
    title = MetadataField("Nota over de bijdrage aan het zwembad van de gemeente", None, "sidecar")
    document = replace(document, metadata=replace(document.metadata, title=title))
    unit = document.unit("kamerbrief-mensenhandel#p20")
    place = "alinea 20 · pagina 4 · regels 176–186"
    assert where(document, unit.id, unit.reading.pieces, NL) == (
        f"{title.value} › Statistische gegevens › {place}"
    )
    assert where(document, unit.id, unit.reading.pieces, NL, longest=50) == (
        f"Nota over de bijdrage aan… › Statistische gegevens › {place}"
    )
    assert where(document, unit.id, unit.reading.pieces, NL, longest=5).endswith(place)


def test_a_text_is_cut_between_words_where_that_leaves_most_of_it() -> None:
    assert shortened("Nota over  het zwembad", 22) == "Nota over het zwembad"
    assert shortened("Nota over het zwembad", 16) == "Nota over het…"
    assert shortened("nota_over_het_zwembad", 16) == "nota_over_het_z…"


def test_a_label_keeps_markdown_off() -> None:
    assert literal("a_b") == "a\\_\u2060b"
    assert literal(":smile:") == "\\:\u2060smile\\:\u2060"
    assert literal("alinea 20 › 4") == "alinea 20 › 4"


@pytest.mark.parametrize(
    ("confidence", "words", "number"),
    [
        (0.996, "Zeer zeker", "99%"),
        (1.0, "Zeer zeker", "99%"),
        (0.75, "Vrij zeker", "75%"),
        (0.4, "Onzeker: lees na", "40%"),
        (0.0, "Onzeker: lees na", "1%"),
    ],
)
def test_confidence_in_words(confidence: float, words: str, number: str) -> None:
    assert sure(confidence, NL) == words
    assert percent(confidence) == number


def test_every_sentence_of_the_interface_has_both_languages() -> None:
    tables = (wording.TEXT, documents_text.TEXT, evaluation_text.TEXT, feedback_buttons.TEXT)
    for name, (dutch, english) in (item for table in tables for item in table.items()):
        assert dutch, name
        assert english, name
        assert set(re.findall(r"\{\w+\}", dutch)) == set(re.findall(r"\{\w+\}", english)), name


def test_dates_are_said_in_words() -> None:
    assert NL.date("2021-03-03") == "3 maart 2021"
    assert Words("en").date("2021-03-03") == "3 March 2021"
    assert NL.date("maart 2021") == "maart 2021"


def test_errors_are_dutch_where_the_interface_is() -> None:
    error = AlineaError("blank_question", "The question is empty: type a question in words.")
    assert NL.error(error) == "De vraag is leeg: typ een vraag in woorden."
    assert Words("en").error(error) == "The question is empty: type a question in words."
    assert NL.error(replace_code(error)) == "The question is empty: type a question in words."
    assert "blank_question" in ERRORS_NL
    # Of the files that are read, of the index, of the model and of the engine.
    for code in (
        *("broken_sidecar", "garbled_text", "no_documents", "no_such_file", "unreadable_file"),
        *("not_an_index", "engine_failed", "no_weights"),
    ):
        assert code in ERRORS_NL, code


def test_one_paragraph_is_no_more_than_one() -> None:
    assert (NL.paragraphs(1), NL.paragraphs(2)) == ("1 alinea", "2 alinea's")
    assert (Words("en").paragraphs(1), Words("en").paragraphs(0)) == ("1 paragraph", "0 paragraphs")


def replace_code(error: AlineaError) -> AlineaError:
    return AlineaError("never_heard_of", error.message)


def test_a_link_holds_question_place_and_language() -> None:
    address = Address("Hoe?", Place("brief", "brief#p17.s1", "1dce88e3"))
    assert address.link("http://127.0.0.1:8501/?q=oud", "en", "nl") == (
        "http://127.0.0.1:8501/?q=Hoe%3F&doc=brief&cite=brief%23p17.s1&v=1dce88e3&lang=en"
    )
    assert replace(address, place=None).link(None, "nl", "nl") == "/?q=Hoe%3F"
