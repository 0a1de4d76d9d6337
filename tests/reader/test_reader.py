"""The reader that ships, on texts it has never seen: where the answer is, if there is one."""

from __future__ import annotations

import pytest

from qa import Index
from qa.reader import load_reader

PASSAGE = (
    "De gemeente opent op 3 maart 2025 een nieuw zwembad aan de Kerkstraat. De bouw kostte "
    "4,2 miljoen euro. Wethouder Jansen noemt het bad een aanwinst voor de hele streek."
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Wanneer gaat het nieuwe zwembad open?", "3 maart 2025"),
        ("Hoeveel kostte de bouw van het zwembad?", "4,2 miljoen euro"),
        ("Wie noemt het bad een aanwinst?", "Wethouder Jansen"),
        ("How much did the construction cost?", "4,2 miljoen euro"),
    ],
)
def test_it_finds_the_words_that_answer(question: str, answer: str) -> None:
    (found,) = load_reader().find(question, [PASSAGE])
    assert found.best.span is not None
    assert PASSAGE[slice(*found.best.span)] == answer


def test_a_near_miss_gets_less_than_what_is_answered() -> None:
    reader = load_reader()
    (there,) = reader.find("Hoeveel kostte de bouw van het zwembad?", [PASSAGE])
    (absent,) = reader.find("Hoeveel inwoners heeft de gemeente?", [PASSAGE])
    assert absent.best.score < there.best.score
    assert absent.answerable < there.answerable


def test_passages_are_read_apart_whatever_stands_beside_them() -> None:
    question = "Hoeveel kostte de bouw van het zwembad?"
    alone = load_reader().find(question, [PASSAGE])[0]
    beside = load_reader().find(question, ["Kort.", PASSAGE, "De trein rijdt niet. " * 20])
    assert len(beside) == 3
    assert beside[1] == alone


def test_the_end_of_a_long_passage_is_read_too() -> None:
    passage = "De raad vergaderde over de begroting en de wegen. " * 60 + PASSAGE
    (found,) = load_reader().find("Hoeveel kostte de bouw van het zwembad?", [passage])
    assert found.best.span is not None
    assert passage[slice(*found.best.span)] == "4,2 miljoen euro"


def test_each_part_has_its_own_likeliest_answer_and_what_is_in_none_has_none() -> None:
    lead, first, second = "Prijs: 9 euro. ", "De bouw kostte 4 euro.", "De sloop kostte 7 euro."
    text = f"{lead}{first} {second}"
    parts = [(text.index(part), text.index(part) + len(part)) for part in (first, second)]
    (found,) = load_reader().find("Hoeveel kostte de sloop?", [text], [parts])
    begun = found.parts[0].span
    assert begun and parts[0][0] <= begun[0] < parts[0][1]
    assert found.best == found.parts[1]
    assert text[slice(*found.parts[1].span or (0, 0))] == "7 euro"


def test_an_answer_is_never_a_part_of_a_word() -> None:
    text = "De directeur Th.C. de Graaf leidt sinds 2015 het museum van Goes."
    parts = [(0, text.index("C.")), (text.index("C."), len(text))]
    (found,) = load_reader().find("Wie leidt het museum van Goes?", [text], [parts])
    marked = [text[slice(*part.span)] if part.span else None for part in found.parts]
    assert marked == ["De directeur Th.C. de Graaf", "de Graaf"]


def test_a_passage_without_words_has_no_span() -> None:
    (found,) = load_reader().find("Wie?", [""])
    assert found.best.span is None


def test_answers_differ_with_and_without_the_reader(letter_index: Index) -> None:
    question = "Hoeveel pagina's beslaat de richtlijn in het Publicatieblad?"
    read = letter_index.ask(question)
    assert not read.answered
    assert all(a.span is None or a.text for a in letter_index.ask(question, reader=False).answers)
    assert read.confidence != letter_index.ask(question, reader=False).confidence
