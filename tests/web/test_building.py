"""Making the index from the page: one run at a time, to be stopped without harm."""

import fcntl
import time
from pathlib import Path

from qa import Index
from qa.web.building import Builder, built_elsewhere
from qa.web.changing import Change
from qa.web.progress import said
from qa.web.running import RunState
from qa.web.text import Words


def finish(builder: Builder) -> RunState:
    deadline = time.monotonic() + 60
    while builder.state.running and time.monotonic() < deadline:
        time.sleep(0.02)
    return builder.state


def corpus(tmp_path: Path, count: int = 1) -> str:
    folder = tmp_path / "corpus"
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"stuk-{number}.txt").write_text(
            "".join(
                f"Zin {n} van stuk {number} gaat over onderwerp {n * number}.\n\n"
                for n in range(40)
            )
        )
    return str(folder)


def test_a_run_makes_the_index(tmp_path: Path) -> None:
    builder = Builder(str(tmp_path / "index"))
    builder.start(corpus(tmp_path))
    assert finish(builder).outcome == "done"
    assert [d.id for d in Index.open(tmp_path / "index").documents()] == ["stuk-0"]


def test_a_stopped_run_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    index = Index.build([corpus(tmp_path)], tmp_path / "index")
    before = index.generation
    builder = Builder(str(tmp_path / "index"))
    builder.start(corpus(tmp_path, 8))
    builder.cancel()
    assert finish(builder).outcome == "cancelled"
    assert index.generation == before
    assert [d.id for d in Index.open(tmp_path / "index").documents()] == ["stuk-0"]


def test_after_a_stopped_run_another_can_begin(tmp_path: Path) -> None:
    builder = Builder(str(tmp_path / "index"))
    builder.start(corpus(tmp_path))
    builder.cancel()
    finish(builder)
    builder.start(corpus(tmp_path))
    assert finish(builder).outcome == "done"


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    builder = Builder(str(tmp_path / "index"))
    builder.start(str(tmp_path / "nowhere"))
    state = finish(builder)
    assert state.outcome == "error"
    assert state.error is not None
    assert "nowhere" in state.error.message


def test_a_run_goes_on_without_files_that_cannot_be_read(tmp_path: Path) -> None:
    folder = Path(corpus(tmp_path))
    (folder / "oud").mkdir()
    for file in (folder / "kapot.pdf", folder / "oud" / "kapot.pdf"):
        file.write_bytes(b"%PDF-1.4 rommel")
    builder = Builder(str(tmp_path / "index"))
    builder.start(str(folder))
    change = finish(builder).result
    assert isinstance(change, Change)
    assert change.documents == ("stuk-0",)
    assert [(name, error.code) for name, error in change.failed] == [
        (f"{folder}/kapot.pdf", "broken_file"),
        (f"{folder}/oud/kapot.pdf", "broken_file"),
    ]


def test_a_run_of_another_process_is_seen(tmp_path: Path) -> None:
    assert not built_elsewhere(str(tmp_path))
    with (tmp_path / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert built_elsewhere(str(tmp_path))
    assert not built_elsewhere(str(tmp_path))


def encoding(done: int, seconds: float, waited: float = 0.0) -> RunState:
    return RunState(True, "encode", done, 1617, seconds, waited)


def test_the_estimate_is_modest_and_hardly_rises() -> None:
    # How long a letter and a manual took on two cores, 89 seconds in all.
    pace = [(0, 0.0), (64, 1.2), (320, 4.7), (640, 11.9), (1216, 30.3), (1472, 46.0), (1617, 89.2)]
    left = [encoding(done, seconds).seconds_left for done, seconds in pace]
    assert left[:2] == [None, None]  # too little is done to tell
    assert [round(seconds or 0) for seconds in left[2:]] == [63, 62, 40, 26, 0]
    assert RunState(running=True, stage="load", done=1, total=2).seconds_left is None


def test_the_estimate_counts_down_till_more_is_known() -> None:
    assert round(encoding(320, 4.7, waited=3.0).seconds_left or 0) == 60
    assert encoding(320, 4.7, waited=70.0).seconds_left is None


def test_questions_take_as_long_each() -> None:
    asking = RunState(running=True, stage="ask", done=25, total=100, seconds=10.0)
    assert asking.share == 0.25
    assert asking.seconds_left == 30.0


def test_what_is_being_done_is_said() -> None:
    assert said(encoding(64, 1.2), Words("nl")) == "Zinnen verwerken: 64 van 1617"
    assert said(encoding(320, 4.7), Words("nl")) == (
        "Zinnen verwerken: 320 van 1617, nog ongeveer 65 s"
    )
    assert said(encoding(320, 47.0), Words("en")) == (
        "Processing sentences: 320 of 1617, about 11 min left"
    )


def test_once_all_is_encoded_it_is_being_saved() -> None:
    assert said(encoding(1617, 89.2), Words("nl")) == "Opslaan"
    assert said(encoding(1617, 89.2), Words("en")) == "Saving"
    assert encoding(1617, 89.2).share == 1.0
