"""Lists over several paragraphs: where they end, and that they keep their order and their lead."""

import pytest
from encoders import WordEncoder
from letters import parse

from qa import Index
from qa.enumeration import list_members
from qa.passages import make_passages

RULES = """De commissie adviseert ieder jaar over het beleid. Het college weigert de vergunning indien:

a. de aanvrager minderjarig is;

b. het gebouw niet veilig is.
"""
LEAD = "Het college weigert de vergunning indien:"
ITEMS = ["a. de aanvrager minderjarig is;", "b. het gebouw niet veilig is."]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Er is nodig:\n\na. opvang;\n\nb. geld.\n\n2. Het college kan weigeren.\n", "b. geld."),
        ("Er is nodig:\n\n- opvang;\n\n- geld.\n\n2. Het college kan weigeren.\n", "- geld."),
        # where one letter is missing the list goes on
        ("Er is nodig:\n\na. opvang;\n\nb. geld;\n\nd. tijd.\n", "d. tijd."),
    ],
)
def test_an_item_that_counts_in_another_way_ends_the_list(text, last):
    passages = make_passages([parse(text)])
    assert passages[list_members(passages, 0)[-1]].text == last


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Welke gebouwen zijn niet veilig?", [LEAD, *ITEMS]),
        (
            "Welke commissies adviseren ieder jaar over het beleid?",
            [f"De commissie adviseert ieder jaar over het beleid. {LEAD}", *ITEMS],
        ),
    ],
)
def test_a_list_is_told_in_its_order_and_with_what_leads_it(tmp_path, question, told):
    (tmp_path / "d.txt").write_text(RULES, "utf-8")
    index = Index.build(tmp_path / "d.txt", tmp_path / "index", WordEncoder())
    answers = index.ask(question, k=1, min_confidence=0).answers
    assert [answer.text for answer in answers] == told
    assert len({answer.confidence for answer in answers}) == 1
