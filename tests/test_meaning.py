"""What a short form stands for is answered where the text explains it."""

import pytest

from qa import Index

LETTER = """1. Toezicht

De Nederlandse Voedsel- en Warenautoriteit (NVWA) controleerde in 2024 ruim 900 slagerijen. De
NVWA legde 41 boetes op, en de inspecteurs van de NVWA schreven 120 waarschuwingen.

De NVWA staat voor de taak om de controles te verdubbelen. Wat de NVWA betekent voor de
voedselveiligheid, is groot: de NVWA is het gezicht van het toezicht.

2. Overleg

Met de Vereniging van Slagers (hierna: de Vereniging) spreek ik elk kwartaal. Ook het OSP neemt
daaraan deel. De Vereniging vraagt om ruimte.
"""
OTHER = """De Noordelijke Vereniging voor Wandelaars (NVWA) opende in mei een nieuw pad.

De Nederlandse Voedsel- en Warenautoriteit (NVWA) keurde het water langs het pad.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    (folder / "toezicht.txt").write_text(LETTER, "utf-8")
    return Index.build(folder / "toezicht.txt", folder / "index")


def marked(answer):
    return answer.text[slice(*answer.span)]


@pytest.mark.parametrize(
    "question",
    [
        "Waar staat NVWA voor?",
        "waar staat nvwa voor",
        "Waar staat de afkorting NVWA eigenlijk voor?",
        "Wat betekent NVWA in deze brief?",
        "NVWA betekenis",
        "afkorting NVWA",
        "Hoe luidt NVWA voluit?",
        "Waar is NVWA een afkorting van?",
        "What does the NVWA stand for?",
        "What is the full name of the NVWA?",
        "What does the acronym “NVWA” mean?",
    ],
)
@pytest.mark.parametrize("reader", [True, False])
def test_the_sentence_that_explains_a_short_form_answers(index, question, reader):
    result = index.ask(question, reader=reader)
    assert [(a.id, marked(a)) for a in result.answers] == [
        ("toezicht#p1.s1", "Nederlandse Voedsel- en Warenautoriteit")
    ]
    assert result.confidence == 0.97


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wat is de afkorting van Nederlandse Voedsel- en Warenautoriteit?", "NVWA"),
        ("Hoe wordt de Nederlandse Voedsel- en Warenautoriteit in de brief afgekort?", "NVWA"),
        ("Which abbreviation is used for the Nederlandse Voedsel- en Warenautoriteit?", "NVWA"),
    ],
)
def test_the_short_form_of_a_name_is_answered_too(index, question, short):
    answer = index.ask(question).answers[0]
    assert (answer.id, marked(answer)) == ("toezicht#p1.s1", short)


def test_a_name_that_the_text_gives_is_explained_as_well(index):
    answer = index.ask("Wat wordt bedoeld met de Vereniging?").answers[0]
    assert (answer.id, marked(answer)) == ("toezicht#p3.s1", "Vereniging van Slagers")


def test_a_short_form_that_is_used_but_nowhere_explained_gets_no_such_answer(index):
    result = index.ask("Waar staat OSP voor?")
    assert result.confidence < 0.5


def test_a_question_about_what_a_short_form_does_is_answered_as_before(index):
    answer = index.ask("Hoeveel boetes legde de NVWA op?").answers[0]
    assert answer.id == "toezicht#p1.s2"


QUESTIONS = """Vraag 1

Bent u bekend met de Subsidieregeling instandhouding monumenten (Sim)?

Antwoord 1

Ja, ik ken de Sim en de regels van de Sim.

Vraag 2

Hoeveel geld is er voor de Sim?

Antwoord 2

Voor de Sim is 30 miljoen euro beschikbaar.
"""


@pytest.mark.parametrize("reader", [True, False])
def test_a_question_put_explains_a_short_form_and_answers_nothing_else(tmp_path, reader):
    (tmp_path / "vragen.txt").write_text(QUESTIONS, "utf-8")
    index = Index.build(tmp_path / "vragen.txt", tmp_path / "index")
    result = index.ask("Waar staat Sim voor?", reader=reader)
    assert [marked(a) for a in result.answers] == ["Subsidieregeling instandhouding monumenten"]
    result = index.ask("Hoeveel geld is er voor de Sim?", min_confidence=0, reader=reader)
    assert all("?" not in hit.text for hit in (*result.answers, *result.passages))


def test_each_meaning_is_one_answer_however_often_it_is_explained(tmp_path):
    (tmp_path / "toezicht.txt").write_text(LETTER, "utf-8")
    (tmp_path / "wandelen.txt").write_text(OTHER, "utf-8")
    index = Index.build([tmp_path / "toezicht.txt", tmp_path / "wandelen.txt"], tmp_path / "index")
    result = index.ask("Waar staat NVWA voor?", k=5)
    assert sorted(marked(a) for a in result.answers) == [
        "Nederlandse Voedsel- en Warenautoriteit",
        "Noordelijke Vereniging voor Wandelaars",
    ]


@pytest.mark.parametrize("question", ["Wat betekent de afkorting IMVO?", "Waar staat imvo voor?"])
def test_initials_tell_what_a_short_form_stands_for_that_nothing_explains(tmp_path, question):
    (tmp_path / "nota.txt").write_text(
        "Het IMVO-beleid van het kabinet is vernieuwd. De minister vindt overleg met bedrijven van"
        " groot belang.\n\nOp 16 oktober verscheen de nota «Een impuls voor internationaal"
        " maatschappelijk verantwoord ondernemerschap». De kern van het nieuwe IMVO-beleid is een"
        " verplichting.\n",
        "utf-8",
    )
    answers = Index.build(tmp_path / "nota.txt", tmp_path / "index").ask(question).answers
    assert [(a.id, marked(a)) for a in answers] == [
        ("nota#p2.s1", "internationaal maatschappelijk verantwoord ondernemerschap")
    ]


def test_of_two_initials_nothing_is_made(tmp_path):
    (tmp_path / "nota.txt").write_text("De OM-zaak ligt bij een overleg met de rechter.\n", "utf-8")
    result = Index.build(tmp_path / "nota.txt", tmp_path / "index").ask("Waar staat OM voor?")
    assert "overleg met" not in [marked(answer) for answer in result.answers]
    assert result.confidence < 0.5


def test_a_short_form_that_stands_nowhere_is_not_explained(index):
    result = index.ask("Waar staat BMR voor?", min_confidence=0)
    assert (index.ask("Waar staat BMR voor?").answered, result.confidence) == (False, 0.02)
