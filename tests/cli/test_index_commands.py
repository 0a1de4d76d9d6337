"""Making and changing an index from the command line: settings, progress, Ctrl-C."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys

import pytest

from qa import Index
from qa.cli import run
from qa.cli.options import progress_bar

HELD = """
import sys, time
class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == "qa.cli":
            print("importing", flush=True)
            time.sleep(60)
sys.meta_path.insert(0, Slow())
"""
ONE = "De gemeente opent een opvang.\n"
TWO = "Het zwembad sluit in juni.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "opvang.txt").write_text(ONE, "utf-8")
    (tmp_path / "zwembad.txt").write_text(TWO, "utf-8")
    return tmp_path


def ids(path):
    return [document.id for document in Index.open(path).documents()]


def test_index_add_list_remove(folder, capsys):
    assert run(["index", "in"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "opvang: 1 paragraphs, 0 footnotes, no known pages, read as UTF-8",
        "index holds 1 document.",
    ]
    assert run(["add", "zwembad.txt"]) == 0
    assert capsys.readouterr() == ("Added to index: zwembad.\n", "")
    assert run(["list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "opvang  (nl, 1 paragraphs, no known pages, from opvang.txt)",
        "zwembad  (nl, 1 paragraphs, no known pages, from zwembad.txt)",
    ]
    assert run(["remove", "opvang", "zwembad"]) == 0
    assert capsys.readouterr() == ("Removed from index: opvang, zwembad.\n", "")
    assert run(["list"]) == 0
    assert capsys.readouterr().out == "The index is empty: add documents with `qa add SOURCE`.\n"
    assert run(["ask", "Wanneer sluit het zwembad?"]) == 0
    assert capsys.readouterr().out.startswith("Not in these documents. (confidence 0.00)")


def test_a_flag_wins_over_a_variable_over_the_settings_file_over_the_default(
    folder, capsys, monkeypatch
):
    def named():
        run(["list"])
        return capsys.readouterr().err.split(":")[1].split(" in ")[-1]

    assert named() == "index"
    (folder / "alinea.toml").write_text('index = "uit-bestand"\nmin_confidence = 1.0\n', "utf-8")
    assert named() == "uit-bestand"
    monkeypatch.setenv("ALINEA_INDEX", "uit-variabele")
    assert named() == "uit-variabele"
    run(["list", "--index", "uit-vlag"])
    assert "uit-vlag" in capsys.readouterr().err


def test_the_least_confidence_is_a_setting_too(folder, capsys, monkeypatch):
    Index.build(folder / "zwembad.txt", folder / "index")
    question = ["ask", "Hoe bak ik een appeltaart?"]

    def answered():
        assert run(question) == 0
        return not capsys.readouterr().out.startswith("Not in these documents.")

    assert not answered()
    (folder / "alinea.toml").write_text("min_confidence = 0\n", "utf-8")
    assert answered()
    monkeypatch.setenv("ALINEA_MIN_CONFIDENCE", "1")
    assert not answered()
    question += ["--min-confidence", "0"]
    assert answered()


def test_whether_passages_are_read_is_a_setting_too(folder, capsys, monkeypatch):
    index = Index.build(folder / "zwembad.txt", folder / "index")
    question = "Hoeveel kost een kaartje voor het zwembad?"
    sure = {reader: index.ask(question, reader=reader).confidence for reader in (True, False)}
    assert sure[True] != sure[False]

    def was_read(*flags):
        assert run(["ask", question, "--json", *flags]) == 0
        return json.loads(capsys.readouterr().out)["confidence"] == sure[True]

    assert was_read()
    (folder / "alinea.toml").write_text("reader = false\n", "utf-8")
    assert not was_read()
    monkeypatch.setenv("ALINEA_READER", "1")
    assert was_read()
    assert not was_read("--no-reader")


def test_progress_is_shown_on_a_terminal_and_never_on_standard_output(folder):
    own, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "qa", "index", "in"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        check=True,
    )
    os.close(theirs)
    shown = os.read(own, 100_000).decode()
    os.close(own)
    assert done.stdout.splitlines()[-1] == "index holds 1 document."
    assert "Reading documents" in shown
    assert "Encoding text" in shown
    assert "100%" in shown


def test_without_a_terminal_a_line_now_and_then_tells_how_far_it_is(monkeypatch, capsys):
    clock = iter([0.0, 10.0, 29.0, 31.0, 40.0, 62.0, 500.0, 520.0, 531.0])
    monkeypatch.setattr("qa.cli.options.time.monotonic", lambda: next(clock))
    with progress_bar() as progress:
        for done in range(6):
            progress("load", done, 9)
        for done in range(3):
            progress("encode", done * 64, 6000)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "qa: Reading documents: 3 of 9",
        "qa: Reading documents: 5 of 9",
        "qa: Encoding text: 128 of 6000",
    ]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["list"], "Stopped."),
        (["eval"], "Stopped."),
        (["ask", "Wanneer?"], "Stopped."),
        (["search", "zwembad"], "Stopped."),
        (["index", "in"], "Stopped; the index is as it was."),
        (["add", "in"], "Stopped; the index is as it was."),
        (["remove", "opvang"], "Stopped; the index is as it was."),
        (["remove", "opvang", "--purge"], "Stopped; `qa remove --purge` does the rest."),
        (["doctor", "--repair"], "Stopped; the index is as it was."),
    ],
)
def test_ctrl_c_speaks_of_the_index_only_where_it_was_being_changed(
    folder, monkeypatch, capsys, arguments, line
):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("qa.index.storage.read", stop)
    monkeypatch.setattr("qa.index.storage.made_with", stop)
    monkeypatch.setattr("qa.index.update.build", stop)
    assert run(arguments) == 1
    out, err = capsys.readouterr()
    assert (out, err.strip()) == ("", f"qa: {line}")


def test_ctrl_c_while_the_program_starts_is_one_line(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(HELD, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "qa", "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    ) as process:
        assert process.stdout.readline() == "importing\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "qa: Stopped.\n")
    assert process.returncode == 1


def test_ctrl_c_while_indexing_is_one_line_and_leaves_the_index_whole(folder):
    assert run(["index", "zwembad.txt"]) == 0
    many = "\n\n".join(f"Regel {i} van besluit {i * 7} noemt de gemeente." for i in range(6000))
    (folder / "veel.txt").write_text(many, "utf-8")
    own, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "qa", "index", "veel.txt"], stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        while b"Encoding text" not in shown:
            shown += os.read(own, 1000)
        process.send_signal(signal.SIGINT)
        out = process.communicate(timeout=60)[0]
    with contextlib.suppress(OSError):  # the end of what the process wrote
        while not shown.rstrip().endswith(b"."):
            shown += os.read(own, 1000)
    os.close(own)
    assert (process.returncode, out) == (1, b"")
    last = shown.decode().replace("\r", "\n").split("\n")
    assert [line for line in last if line.startswith("qa:")] == [
        "qa: Stopped; the index is as it was."
    ]
    assert "Traceback" not in shown.decode()
    assert ids("index") == ["zwembad"]
