"""Runs the code blocks of a page of the documentation, in order, as a reader would.

    sh          run, line by line, in the page's folder; one whose title has "Terminal" keeps running
    python      run; what an earlier block of the page defined is still there
    text        what the block before it must have printed, where … stands for anything
    json        must be JSON
Any other kind of block is an error. What makes an environment or wants an engine is checked in
another way: see `_checked`.
"""

import contextlib
import io
import json
import os
import re
import shlex
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from unittest.mock import patch

from markdown_it import MarkdownIt

from qa.cli import qa

ROOT = Path(__file__).parent.parent
SERVERS = {"qa web": "8501", "qa serve": "8700", "qa mcp --http": "8701"}


def blocks(page: Path):
    """Language, title and text of each code block; an indented one has no language."""
    tokens = MarkdownIt().parse(page.read_text("utf-8"))
    for token in tokens:
        if token.type in ("fence", "code_block"):
            language, _, title = token.info.partition(" ")
            yield language, title, token.content


class Reader:
    """Somebody who types the blocks of one page, in a folder with the corpus and its index."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.printed: str | None = None
        self._names: dict[str, object] = {"__name__": "page"}
        self._ports: dict[str, str] = {}
        self._servers: list[subprocess.Popen[str]] = []
        self.environment = os.environ | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "OMP_WAIT_POLICY": "passive",
        }

    def read(self, language: str, title: str, code: str) -> None:
        for usual, port in self._ports.items():
            code = code.replace(f"127.0.0.1:{usual}", f"127.0.0.1:{port}")
        if language == "python":
            self.printed = self._python(code)
        elif language == "sh" and "Terminal" in title:
            self._start(code.strip())
        elif language == "sh":
            self.printed = self._shell(code)
        elif language == "text":
            assert self.printed is not None, "nothing printed this"
            expected = re.escape(code).replace("…", ".*")
            assert re.fullmatch(expected, self.printed, re.DOTALL), self.printed
        elif language == "json":
            json.loads(code)
        else:
            raise AssertionError(f"a block of an unknown kind: {language or code}")

    def close(self) -> None:
        for server in self._servers:
            server.terminate()
            server.wait(20)
            server.stdout.close()

    def _python(self, code: str) -> str:
        printed = io.StringIO()
        with (
            patch.dict(os.environ, self.environment),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(printed),
        ):
            exec(compile(code, "page", "exec"), self._names)
        return printed.getvalue()

    def _shell(self, code: str) -> str:
        lines = code.replace("\\\n", " ").splitlines()
        wanted = [line.replace(".venv/bin/", "") for line in lines if not _checked(line)]
        ran = subprocess.run(
            ["bash", "-e", "-c", "\n".join(wanted)],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return f"{ran.stdout.rstrip()}\n"

    def _start(self, command: str) -> None:
        (usual,) = (port for name, port in SERVERS.items() if command.startswith(name))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._ports[usual] = str(probe.getsockname()[1])
        command = f"{command.removesuffix(f'--port {usual}')} --port {self._ports[usual]}"
        server = subprocess.Popen(
            shlex.split(command),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._servers.append(server)
        assert f":{self._ports[usual]}" in server.stdout.readline(), command


def _checked(line: str) -> bool:
    """Whether a line is one that is not run here but checked against what it rests on."""
    line = line.partition("#")[0].strip()
    if line.startswith("make "):
        targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
        assert line.removeprefix("make ") in targets, line
    elif "pip install" in line and "--index-url" in line:
        pins = (ROOT / "constraints.txt").read_text().splitlines()
        assert re.search(r"pip install (\S+) ", line)[1] in pins, line
    elif "pip install" in line:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
        named = re.search(r"\[([\w,-]+)\]", line)
        assert named, line
        assert set(named[1].split(",")) <= set(project["optional-dependencies"]), line
    elif line.startswith("docker "):
        for path in re.findall(r"--file (\S+)", line):
            assert (ROOT / path).is_file(), line
        own = re.search(r"(?: rest | alinea:[\d.]+ )(\w+.*)", line)
        if own:
            name, *arguments = shlex.split(own[1])
            qa.commands[name].make_context(name, arguments)
    else:
        return line.startswith("python3 -m venv") or line == ". .venv/bin/activate"
    return True
