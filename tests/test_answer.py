"""Answers to a question: what is added to a quote, and which quotes stand beside each other."""

import pytest
from encoders import WordEncoder

from qa import Index
from qa.enumeration import list_members

RULES = """De regeling trad in werking op 1 mei 2019. Zij vervangt een oude. De regeling geldt voor:

- gemeenten;
- waterschappen:
  - in Zeeland;
  - in Friesland;
- provincies.
"""
WHOLE = [
    "De regeling geldt voor:",
    "gemeenten;",
    "waterschappen:",
    "in Zeeland;",
    "in Friesland;",
    "provincies.",
]


@pytest.fixture
def index_of(tmp_path):
    def build(**texts):
        for name, text in texts.items():
            (tmp_path / name.replace("_", ".")).write_text(text, "utf-8")
        files = [tmp_path / name.replace("_", ".") for name in texts]
        return Index.build(files, tmp_path / "index", WordEncoder())

    return build


def answered(index, question, k):
    return [a.text for a in index.ask(question, k=k, min_confidence=0).answers]


def test_a_list_follows_the_sentence_that_leads_it_and_no_other_of_its_paragraph(index_of):
    index = index_of(rules_md=RULES)
    asked = "Wanneer trad de regeling in werking?"
    assert answered(index, asked, k=1) == ["De regeling trad in werking op 1 mei 2019."]
    assert answered(index, "Voor wie geldt de regeling?", k=1) == WHOLE


def test_where_depth_is_not_known_only_the_whole_list_and_its_first_items_have_members(index_of):
    passages = index_of(rules_md=RULES).searcher._passages
    found = [list_members(passages, row) for row in range(6)]
    assert found == [(0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5), (), (), (), ()]


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Verleent het college de vergunning?",
            "Het college verleent de vergunning voor het evenement.",
            "Het college verleent de vergunning voor het evenement niet.",
        ),
        (
            "Hoeveel bedraagt het saldo van de gemeente?",
            "Het saldo van de gemeente bedraagt 5 miljoen euro.",
            "Het saldo van de gemeente bedraagt -5 miljoen euro.",
        ),
    ],
)
def test_documents_that_contradict_each_other_both_answer(index_of, question, one, other):
    index = index_of(a_txt=one, b_txt=other)
    assert sorted(answered(index, question, k=3)) == sorted([one, other])
