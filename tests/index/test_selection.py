"""A question restricted to documents of certain dates."""

from datetime import date, datetime

import pytest
from encoders import WordEncoder

from qa import Index
from qa.errors import AlineaError

QUESTION = "Welk besluit noemt de gemeente?"


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """300 documents, dated in 2018, 2019 and 2020 in turn, and one without a date."""
    folder = tmp_path_factory.mktemp("dates")
    for number in range(300):
        name = f"besluit-{number:03d}"
        text = f"De gemeente noemt besluit {number} van dat jaar.\n"
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.toml").write_text(f"date = {2018 + number % 3}-03-03\n", "utf-8")
    (folder / "los.txt").write_text("De gemeente noemt een besluit.\n", "utf-8")
    (folder / "vaag.txt").write_text("De gemeente noemt een vaag besluit.\n", "utf-8")
    (folder / "vaag.toml").write_text('date = "maart 2019"\n', "utf-8")
    return Index.build(folder, folder / "index", encoder=WordEncoder())


def found(index, **period):
    return {hit.citation.document for hit in index.search(QUESTION, 400, **period)}


def test_without_a_period_every_document_is_searched(index):
    assert {"besluit-000", "besluit-001", "los", "vaag"} <= found(index)


def test_both_ends_of_a_period_are_included(index):
    year = {f"besluit-{number:03d}" for number in range(1, 300, 3)}
    assert found(index, since="2019-03-03", until="2019-03-03") == year
    assert found(index, since=date(2019, 3, 3), until=datetime(2019, 3, 3, 12)) == year
    assert found(index, since="2019-03-04", until="2020-03-02") == set()


def test_one_end_is_enough_and_a_document_without_a_day_is_left_out(index):
    later = {f"besluit-{number:03d}" for number in range(300) if number % 3}
    assert found(index, since="2019-01-01") == later
    assert found(index, until="2018-12-31") == {f"besluit-{n:03d}" for n in range(0, 300, 3)}
    assert {"los", "vaag"}.isdisjoint(found(index, until="2100-01-01"))


def test_a_period_and_named_documents_both_restrict(index):
    named = ["besluit-003", "besluit-004", "los"]
    assert found(index, documents=named, since="2019-01-01") == {"besluit-004"}


def test_answers_come_from_the_period_alone(index):
    result = index.ask(QUESTION, 3, min_confidence=0, since="2020-01-01", reader=False)
    assert {answer.citation.document for answer in result.answers} <= {
        f"besluit-{number:03d}" for number in range(2, 300, 3)
    }
    assert len(result.passages) == 5
    nothing = index.ask(QUESTION, 3, min_confidence=0, since="2022-01-01", reader=False)
    assert (nothing.answered, nothing.answers, nothing.passages) == (False, (), ())


@pytest.mark.parametrize(
    ("period", "message"),
    [
        ({"since": "3 maart"}, "'3 maart' is not a date: write it as 2021-03-03."),
        ({"until": "2021-02-30"}, "'2021-02-30' is not a date: write it as 2021-03-03."),
        (
            {"since": "2021-01-02", "until": "2021-01-01"},
            "The first date, 2021-01-02, comes after the last, 2021-01-01.",
        ),
    ],
)
def test_a_period_that_is_none_is_wrong_use(index, period, message):
    for question in (index.search, index.ask):
        with pytest.raises(AlineaError) as wrong:
            question(QUESTION, **period)
        assert (wrong.value.code, wrong.value.usage) == ("bad_date", True)
        assert wrong.value.message == message
