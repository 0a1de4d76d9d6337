"""The conversation as a file: nothing of it is lost, and nothing in it is markup."""

import io
import json
from pathlib import Path

import docx
import pytest

from qa import Index
from qa.web.export import to_json, to_markdown
from qa.web.export_word import to_docx
from qa.web.state import Scope
from qa.web.text import Words
from qa.web.turns import Turn, ask

NL = Words("nl")
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
SENTENCE = "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."


@pytest.fixture(scope="module")
def turns(letter_index: Index) -> list[Turn]:
    return [ask(letter_index, QUESTION), ask(letter_index, "Hoe bak ik een **taart**?")]


def test_markdown_has_question_quote_place_and_link(letter_index: Index, turns: list[Turn]) -> None:
    made = to_markdown(letter_index, turns, NL, "http://127.0.0.1:8501/")
    assert f"## {QUESTION}\n\n> {SENTENCE}\n>\n> — [kamerbrief-mensenhandel › " in made
    assert "](<http://127.0.0.1:8501/?q=Welk+percentage" in made
    assert "&cite=kamerbrief-mensenhandel%23p20.s3&v=" in made
    assert "## Hoe bak ik een \\*\\*taart\\*\\*?\n\n**Niet in deze documenten.**" in made


def test_word_has_the_same_text(letter_index: Index, turns: list[Turn]) -> None:
    made = docx.Document(io.BytesIO(to_docx(letter_index, turns, NL, None)))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[0] == "Vragen en antwoorden"
    at = texts.index(QUESTION)
    assert texts[at + 1] == SENTENCE
    assert "alinea 20 · pagina 4 · regels 182–183" in texts[at + 2]
    assert "Hoe bak ik een **taart**?" in texts


def test_a_footnote_is_named_as_one(letter_index: Index) -> None:
    turn = ask(letter_index, "Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?")
    note = "Voetnoot 6: Dit jaar heeft de Europese Commissie"
    assert f"\n\n{note}" in to_markdown(letter_index, [turn], NL, None)
    made = docx.Document(io.BytesIO(to_docx(letter_index, [turn], NL, None)))
    assert any(paragraph.text.startswith(note) for paragraph in made.paragraphs)


def test_json_holds_the_whole_results(turns: list[Turn]) -> None:
    made = json.loads(to_json(turns))
    assert [turn["question"] for turn in made["turns"]] == [QUESTION, "Hoe bak ik een **taart**?"]
    first = made["turns"][0]["answers"][0]
    assert first["text"] == SENTENCE
    assert first["lines"] == [182, 183]
    assert made["turns"][0]["scope"] == {"documents": None, "since": None, "until": None}


def test_characters_that_word_cannot_hold_break_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("De prijs is 12 euro.\n")
    index = Index.build([source], tmp_path / "index")
    turn = ask(index, "Wat is de prijs \x0b in \x01 euro?", scope=Scope(("a",)))
    assert docx.Document(io.BytesIO(to_docx(index, [turn], NL, None))).paragraphs


SEARCHED = "Er is gezocht in 1 document (kamerbrief-mensenhandel), 27 alinea's."


def test_what_was_searched_stands_with_silence_and_with_a_choice(
    letter_index: Index, turns: list[Turn]
) -> None:
    chosen = ask(letter_index, QUESTION, scope=Scope(("kamerbrief-mensenhandel",)))
    made = to_markdown(letter_index, [*turns, chosen], NL, None)
    assert made.count(SEARCHED) == 2
    whole, silent, filtered = made.split("\n## ")[1:]
    assert SEARCHED not in whole
    assert silent.startswith("Hoe bak ik")
    assert f"met genoeg zekerheid.\n\n{SEARCHED}" in silent
    assert f"{QUESTION}\n\n{SEARCHED}\n\n> {SENTENCE}" in filtered
    word = docx.Document(io.BytesIO(to_docx(letter_index, [*turns, chosen], NL, None)))
    assert [paragraph.text for paragraph in word.paragraphs].count(SEARCHED) == 2


def test_in_word_the_place_leads_to_the_source(letter_index: Index, turns: list[Turn]) -> None:
    base = "http://127.0.0.1:8501/"
    word = docx.Document(io.BytesIO(to_docx(letter_index, turns, NL, base)))
    link = next(link for paragraph in word.paragraphs for link in paragraph.hyperlinks)
    assert link.text.endswith("alinea 20 · pagina 4 · regels 182–183")
    assert link.url.startswith(f"{base}?q=Welk+percentage")
    assert "&cite=kamerbrief-mensenhandel%23p20.s3&v=" in link.url


def test_a_question_of_several_lines_is_one_heading(letter_index: Index) -> None:
    turns = [ask(letter_index, "Hoe bak ik\n# een taart?\n\n"), ask(letter_index, " \n")]
    made = to_markdown(letter_index, turns, NL, None)
    headings = [line for line in made.splitlines() if line.startswith("#")]
    assert headings == ["# Vragen en antwoorden", "## Hoe bak ik \\# een taart?", "## …"]
    word = docx.Document(io.BytesIO(to_docx(letter_index, turns, NL, None)))
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 2"]
    assert headings == ["Hoe bak ik # een taart?", "…"]
