"""Output that cannot be written, and help that is no fault."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from qa.cli import qa, run


def test_a_full_output_is_one_line_and_exit_code_one(letter_index_path):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "qa", "list", "--index", str(letter_index_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "qa: The disk is full, what was to come out could not be written: make room, then do the "
        "same again.\n"
    )


def test_a_reader_that_has_gone_is_no_fault_to_tell_of(letter_index_path):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "qa", "show", "kamerbrief-mensenhandel"]
    done = subprocess.run(
        [*command, "--index", str(letter_index_path)],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_every_command_and_option_has_help():
    for name, command in qa.commands.items():
        assert command.help, name
        assert command.get_short_help_str(), name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"
                assert parameter.help.endswith((".", "]", ").")), f"{name} {parameter.name}"


def test_help_is_given_and_is_no_fault(capsys):
    for arguments in ([], ["--help"], ["-h"]):
        assert run(arguments) == 0
        out, err = capsys.readouterr()
        assert out.startswith("Usage: qa [OPTIONS] COMMAND")
        assert "flags win over ALINEA_* variables, over alinea.toml" in out
        assert err == ""
    for name in qa.commands:
        assert run([name, "--help"]) == 0
        assert capsys.readouterr().out.startswith(f"Usage: qa {name} ")
