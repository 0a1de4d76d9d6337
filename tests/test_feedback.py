"""What people say of answers is kept, for its owner alone, until a person has looked at it."""

import threading
from pathlib import Path

import pytest

from qa.errors import AlineaError
from qa.feedback import Feedback, feedback_path

QUESTION = "Hoe hoog is het bedrag?'; DROP TABLE feedback; --"


def test_a_verdict_is_kept_as_it_was_given(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "feedback.sqlite")
    assert feedback.rows() == []
    assert not feedback.path.exists()
    feedback.add(QUESTION, "brief#p1.s1", "wrong passage", "abc")
    (row,) = Feedback(feedback.path).rows()
    assert (row.question, row.answer, row.verdict, row.generation, row.state) == (
        QUESTION,
        "brief#p1.s1",
        "wrong passage",
        "abc",
        "new",
    )
    assert feedback.path.stat().st_mode & 0o777 == 0o600


def test_who_has_looked_at_a_verdict_sees_it_no_more(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "feedback.sqlite")
    first = feedback.add("Wat?", "brief#p1.s1", "right", None)
    second = feedback.add("Wie?", "brief#p2.s1", "wrong answer", None)
    feedback.settle(first, "accepted")
    assert [row.question for row in feedback.rows()] == ["Wie?"]
    assert [row.question for row in feedback.rows("accepted")] == ["Wat?"]
    feedback.withdraw(first)  # too late
    feedback.withdraw(second)
    assert feedback.rows() == []
    assert len(feedback.rows("accepted")) == 1


def test_several_can_give_their_verdict_at_once(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite"
    threads = [
        threading.Thread(target=Feedback(path).add, args=(f"Vraag {n}?", "a#p1.s1", "right", None))
        for n in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(row.question for row in Feedback(path).rows()) == sorted(
        f"Vraag {n}?" for n in range(12)
    )


def test_what_is_wrong_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AlineaError, match="must be one of right, wrong passage, wrong answer"):
        Feedback(tmp_path / "feedback.sqlite").add("Wat?", "a#p1.s1", "maybe", None)
    (tmp_path / "other.sqlite").write_text("no database at all, but text " * 50)
    with pytest.raises(AlineaError, match="cannot be used to keep feedback"):
        Feedback(tmp_path / "other.sqlite").rows()


def test_it_lies_beside_the_index_or_where_the_settings_say(tmp_path: Path) -> None:
    assert feedback_path(tmp_path / "index", tmp_path) == tmp_path / "index-feedback.sqlite"
    (tmp_path / "alinea.toml").write_text('feedback = "elsewhere/said.sqlite"\n')
    assert feedback_path(tmp_path / "index", tmp_path) == tmp_path / "elsewhere" / "said.sqlite"
