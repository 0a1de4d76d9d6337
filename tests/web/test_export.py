"""The conversation as a file: nothing of it is lost, and nothing in it is markup."""

import io
import json
from pathlib import Path

import docx
import pytest

from qa import Index
from qa.web.export import to_docx, to_json, to_markdown
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
    made = docx.Document(io.BytesIO(to_docx(letter_index, turns, NL)))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[0] == "Vragen en antwoorden"
    at = texts.index(QUESTION)
    assert texts[at + 1] == SENTENCE
    assert "alinea 20 · pagina 4 · regels 182–183" in texts[at + 2]
    assert "Hoe bak ik een **taart**?" in texts


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
    assert docx.Document(io.BytesIO(to_docx(index, [turn], NL))).paragraphs
