"""A folder that is followed: the index is as the folder is, whatever happens there."""

import contextlib
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

import pytest
from encoders import WordEncoder

from qa import AlineaError, Index
from qa.index.watch import follow

TEXT = "Het zwembad sluit in juni."


@pytest.fixture
def followed(tmp_path):
    """A folder that is followed in a thread; its index, and what could not be read."""
    folder, failed, stop = tmp_path / "in", [], threading.Event()
    folder.mkdir()
    (folder / "zwembad.txt").write_text(TEXT, "utf-8")
    encoder = WordEncoder()
    index = Index.build(folder, tmp_path / "index", encoder)

    def run():
        for _ in follow(
            index, [folder], lambda file, error: failed.append(error.message), stop=stop
        ):
            pass

    thread = threading.Thread(target=run)
    thread.start()
    yield folder, tmp_path / "index", encoder, failed
    stop.set()
    thread.join(30)
    assert not thread.is_alive()


def become(index, expected):
    """Wait until an index holds these documents; what it holds by then."""
    for _ in range(600):
        held = [row.id for row in Index.open(index, WordEncoder()).documents()]
        if held == expected:
            break
        time.sleep(0.1)
    return held


def test_what_happens_in_a_folder_happens_in_the_index(followed):
    folder, index, encoder, failed = followed
    (folder / "opvang.txt").write_text("De gemeente opent een opvang.", "utf-8")
    assert become(index, ["opvang", "zwembad"]) == ["opvang", "zwembad"]
    encoder.encoded.clear()
    (folder / "onder").mkdir()
    (folder / "zwembad.txt").rename(folder / "onder" / "bad.txt")
    assert become(index, ["bad", "opvang"]) == ["bad", "opvang"]
    assert encoder.encoded == []  # the same text, elsewhere
    (folder / "leeg.txt").write_text("", "utf-8")
    (folder / "opvang.txt").unlink()
    assert become(index, ["bad"]) == ["bad"]
    assert failed == ["leeg.txt is empty: there is no text in it to index."]


@contextlib.contextmanager
def not_root():
    """As a user from whom a folder can be closed."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_is_closed_is_named_and_keeps_its_documents():
    home, failed = Path(tempfile.mkdtemp()), []
    home.chmod(0o777)
    with not_root():
        closed = home / "in" / "dicht"
        closed.mkdir(parents=True)
        (closed / "zwembad.txt").write_text(TEXT, "utf-8")
        index = Index.build(home / "in", home / "index", WordEncoder())
        (home / "in" / "opvang.txt").write_text("De gemeente opent een opvang.", "utf-8")
        closed.chmod(0)
        try:
            changes = follow(index, [home / "in"], lambda file, error: failed.append(error.message))
            change = next(changes)
            with pytest.raises(AlineaError) as caught:
                index.add(home / "in")
        finally:
            closed.chmod(0o755)
    told = f"{closed} cannot be looked into: permission denied."
    assert (change.added, change.removed, failed) == (("opvang",), (), [told])
    assert caught.value.message == told
    assert [row.id for row in index.documents()] == ["opvang", "zwembad"]
    shutil.rmtree(home)


def test_what_is_no_folder_is_not_followed(tmp_path):
    (tmp_path / "zwembad.txt").write_text(TEXT, "utf-8")
    index = Index.build(tmp_path / "zwembad.txt", tmp_path / "index", WordEncoder())
    with pytest.raises(AlineaError) as caught:
        next(follow(index, [tmp_path / "zwembad.txt"], lambda *_: None))
    assert caught.value.code == "no_such_folder"
