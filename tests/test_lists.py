"""Lists: quoted whole within a paragraph, and put together over several."""

import pytest
from encoders import WordEncoder
from letters import parse

from qa import Index
from qa.enumeration import find_enumerations, list_members
from qa.list_marks import read_mark
from qa.passages import make_passages
from qa.sentences import split_sentences


@pytest.fixture
def quoted(tmp_path):
    """The text quoted of a paragraph for a question put in the words of one of its sentences."""

    def ask(text, question):
        (tmp_path / "d.txt").write_text(text, "utf-8")
        index = Index.build(tmp_path / "d.txt", tmp_path / "index", WordEncoder())
        return index.ask(question, k=1, min_confidence=0, reader=False).answers[0].text

    return ask


LISTS = {
    "numbers": "Er zijn drie stappen: 1. De opvang gaat dicht. 2. Het geld komt. 3. Men wacht.",
    "letters": "Er zijn drie stappen: a) De opvang gaat dicht. b) Het geld komt. c) Men wacht.",
    "brackets": "Er zijn drie stappen: (1) De opvang gaat dicht. (2) Het geld komt. (3) Men wacht.",
    "roman": "Er zijn drie stappen: (i) De opvang gaat dicht. (ii) Het geld komt. (iii) Men wacht.",
    "bullets": "Er zijn drie stappen: • De opvang gaat dicht. • Het geld komt. • Men wacht.",
    "dashes": "Er zijn drie stappen: - De opvang gaat dicht. - Het geld komt. - Men wacht.",
    "long item": "Er zijn drie stappen: 1. De opvang gaat dicht. Dat kost tijd. 2. Het geld komt.",
    "small letters": "Er zijn drie stappen: a) de opvang gaat dicht; b) het geld komt; c) wachten.",
    "words": "Er zijn twee stappen. Ten eerste gaat de opvang dicht. Ten tweede komt het geld.",
    "words after a colon": "Twee stappen: ten eerste gaat het dicht. Ten tweede komt het geld.",
    "both sides": "Het ligt niet eenvoudig. Enerzijds zegt men dat het geld komt. Anderzijds wacht men.",
}


@pytest.mark.parametrize("whole", LISTS.values(), ids=LISTS)
def test_a_question_for_a_list_gets_it_whole_and_no_more(quoted, whole):
    text = f"De brief is lang. {whole} Morgen volgt er meer nieuws."
    assert quoted(text, "Noem de stappen: het geld komt") == whole


def test_the_sentence_that_opens_a_list_brings_its_items(quoted):
    text = f"De brief is lang. {LISTS['numbers']} Morgen volgt er meer nieuws."
    assert quoted(text, "Er zijn drie stappen:") == LISTS["numbers"]


def test_an_item_is_quoted_alone_if_no_list_is_asked_for(quoted):
    text = f"De brief is lang. {LISTS['numbers']} Morgen volgt er meer nieuws."
    assert quoted(text, "Komt het geld?") == "2. Het geld komt."


def test_a_list_has_no_greatest_length(quoted):
    items = " ".join(
        f"{n}. De opvang in stad {n} gaat in de zomer voor lang dicht." for n in (1, 2, 3)
    )
    more = " ".join(
        f"{n}. De school in stad {n} gaat in de zomer voor lang dicht." for n in (4, 5, 6)
    )
    whole = f"Dit zijn de stappen: {items} {more}"
    assert len(whole.split()) > 60
    assert quoted(f"De brief is lang. {whole}", "Wat zijn de stappen in stad 5?") == whole


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Enerzijds is er geld. Anderzijds wacht men. Tot slot dank ik u. Ten tweede.", (0, 1)),
        ("Aan de ene kant is er geld. De rest. Anderzijds wacht men. Ten slotte.", (0, 2)),
        ("Ten eerste is er geld. Anderzijds wacht men. Ten tweede. Tot slot dit.", (0, 2, 3)),
        ("On the one hand it costs. On the other hand it helps. Finally, thanks.", (0, 1)),
        ("First, it costs. Second, it helps. On the other hand. Finally, this.", (0, 1, 3)),
    ],
)
def test_two_sides_have_no_third_and_a_count_has_no_other_side(text, items):
    language = "en" if " it " in text else "nl"
    sentences = [text[start:end] for start, end in split_sentences(text, language)]
    assert [found.items for found in find_enumerations(sentences, language)] == [items]


@pytest.mark.parametrize(
    "text",
    [
        "Enerzijds is er geld. Tot slot dank ik u.",
        "Zie artikel 3. Daarin staat meer. Zie ook artikel 5.",
        "Enerzijds is er geld. De rest volgt.",
        "Er waren 1. De rest was weg.",
        "Het gaat om 2. Opvang. 4. Geld.",
    ],
)
def test_what_does_not_count_on_is_no_list(text):
    sentences = [text[start:end] for start, end in split_sentences(text, "nl")]
    assert find_enumerations(sentences, "nl") == []


@pytest.mark.parametrize(
    ("before", "text", "follows"),
    [
        ("1.", "2.", True),
        ("(1)", "(2)", True),
        ("a)", "b)", True),
        ("i)", "ii)", True),
        ("h.", "i.", True),
        ("(iii)", "(iv)", True),
        ("•", "•", True),
        ("•", "-", False),
        ("1.", "3.", False),
        ("1.", "b.", False),
        ("ii)", "c)", False),
    ],
)
def test_the_next_mark_of_a_list_is_known(before, text, follows):
    assert read_mark(f"{text} Tekst").follows(read_mark(f"{before} Tekst")) is follows


@pytest.mark.parametrize(
    "goes_on",
    [
        "Ten tweede rijdt de bus later.",
        "Ten slotte rijdt de bus later.",
        "Tot slot rijdt de bus later.",
    ],
)
def test_a_sentence_that_counts_on_is_quoted_with_the_one_before(quoted, goes_on):
    text = f"De brief is lang. Men sluit de opvang. {goes_on} Morgen volgt er meer nieuws."
    assert quoted(text, "Rijdt de bus later?") == f"Men sluit de opvang. {goes_on}"


def members(text, row):
    passages = make_passages([parse(text)])
    return [passages[number].text for number in list_members(passages, row)]


PARAGRAPHS = "De brief.\n\nEr is nodig:\n\n- opvang;\n- geld;\n- tijd.\n\nDe rest volgt.\n"


@pytest.mark.parametrize("row", [1, 2, 3, 4])
def test_a_list_over_paragraphs_is_found_from_its_lead_and_from_each_item(row):
    assert members(PARAGRAPHS, row) == ["Er is nodig:", "- opvang;", "- geld;", "- tijd."]


@pytest.mark.parametrize("row", [0, 5])
def test_a_paragraph_beside_a_list_is_no_member(row):
    assert members(PARAGRAPHS, row) == []


@pytest.mark.parametrize(
    "text",
    [
        "Er is nodig:\n\nDe rest volgt.\n",
        "Er is nodig:\n\n- opvang.\n\nDe rest volgt.\n",
        "De rest volgt.\n\n- opvang;\n- geld.\n",
        "Er is nodig:\n\nAanpak van de handel\n\n- opvang;\n- geld.\n",
    ],
)
def test_without_a_lead_or_with_one_item_there_is_no_list(text):
    passages = make_passages([parse(text)])
    assert [list_members(passages, row) for row in range(len(passages))] == [()] * len(passages)


def test_items_of_an_item_belong_to_the_list_of_the_item():
    text = "Er is nodig:\n1. opvang, dus:\n- bedden;\n- zorg;\n2. geld.\n\nDe rest volgt.\n"
    whole = ["Er is nodig:", "1. opvang, dus:", "- bedden;", "- zorg;", "2. geld."]
    assert members(text, 0) == whole
    assert members(text, 1) == whole[1:4]
    assert members(text, 2) == whole[1:4]


def test_a_list_that_begins_anew_is_another():
    text = "Er is nodig:\n1. opvang;\n2. geld.\n\n1. De rest volgt later;\n2. of nooit.\n"
    assert members(text, 0) == ["Er is nodig:", "1. opvang;", "2. geld."]


def test_a_list_ends_with_its_section_and_document():
    passages = make_passages([parse("Er is nodig:\n\n- opvang;\n- geld.\n"), parse("- tijd.\n")])
    assert list_members(passages, 0) == (0, 1, 2)


def test_a_list_over_several_paragraphs_is_answered_whole_and_counts_as_one(tmp_path):
    items = ["- de gemeente Rotterdam;", "- de politie;", "- het ministerie van Financiën."]
    lead = "De volgende organisaties werken samen bij de opvang:"
    text = "\n\n".join(["De brief is lang.", lead, *items, "Morgen volgt meer nieuws."])
    (tmp_path / "d.txt").write_text(text, "utf-8")
    index = Index.build(tmp_path / "d.txt", tmp_path / "index", WordEncoder())
    question = "Welke organisaties werken samen bij de opvang?"
    answers = index.ask(question, k=1, min_confidence=0).answers
    assert [answer.text for answer in answers] == [lead, *items]
    assert len({answer.confidence for answer in answers}) == 1
    only = index.ask("Is de brief lang?", k=1, min_confidence=0).answers
    assert [answer.text for answer in only] == ["De brief is lang."]


def test_an_item_that_names_all_that_is_asked_is_answered_alone(tmp_path):
    text = """Het kabinet versterkt de aanpak van uitbuiting als volgt:

- De boete voor werkgevers gaat naar 12.000 euro.

- De voorlichting aan arbeidsmigranten wordt gegeven in het Pools, het Roemeens en het Bulgaars.

- De inspectie krijgt veertig mensen erbij.
"""
    (tmp_path / "d.txt").write_text(text, "utf-8")
    index = Index.build(tmp_path / "d.txt", tmp_path / "index")
    question = "In welke talen wordt de voorlichting aan arbeidsmigranten gegeven?"
    assert [answer.id for answer in index.ask(question, k=1).answers] == ["d#p3.s1"]
    question = "Welke maatregelen neemt het kabinet tegen uitbuiting?"
    whole = index.ask(question, k=1, min_confidence=0).answers
    assert [answer.id for answer in whole] == ["d#p1.s1", "d#p2.s1", "d#p3.s1", "d#p4.s1"]


def test_lists_are_found_in_time_in_proportion_to_a_text():
    sentences = [f"Zin {n} zegt dat iets in plaats {n} geldt." for n in range(20_000)]
    assert find_enumerations(sentences, "nl") == []
    items = "\n".join(f"• regel {n};" for n in range(6_000))
    passages = make_passages([parse(f"Dit geldt:\n{items}\n")])
    assert [len(list_members(passages, row)) for row in (0, 3_000, 6_000)] == [6_001] * 3
