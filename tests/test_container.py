"""The container, as far as it can be checked without an engine: linters, and what it rests on."""

import importlib.util
import re
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from qa import __version__

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "container"
DOCKERFILE = (FOLDER / "Dockerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["hadolint", "--failure-threshold", "style", FOLDER / "Dockerfile"],
        [
            *("compose-lint", "check", "--strict-config", "--config", FOLDER / "compose-lint.yml"),
            *("--fail-on", "low", FOLDER / "compose.yaml"),
        ],
    ],
    ids=["hadolint", "compose-lint"],
)
def test_the_linter_finds_nothing(command):
    linted = subprocess.run([BIN / command[0], *command[1:]], capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_the_image_runs_as_nobody_in_particular_and_tells_its_health():
    last = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
    assert "pip install" not in last


@pytest.mark.parametrize("name", ["rest", "page"])
def test_a_service_can_write_to_its_data_alone_and_is_published_on_loopback(name):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["user"] == "10001:10001"
    assert service["volumes"] == ["data:/data"]
    assert [port.split(":")[0] for port in service["ports"]] == ["127.0.0.1"]
    assert service["image"] == f"alinea:{__version__}"


def test_the_script_of_the_page_is_where_the_compose_file_says():
    (script,) = (part for part in COMPOSE["services"]["page"]["entrypoint"] if "/qa/" in part)
    version = re.findall(r"^FROM python:(\d\.\d+)-", DOCKERFILE, re.MULTILINE)
    installed, inside = script.split("/site-packages/")
    assert [f"/opt/alinea/lib/python{number}" for number in version] == [installed] * 2
    assert (ROOT / "src" / inside).is_file()
    assert (ROOT / "src" / inside).with_name(".streamlit").is_dir()


def test_what_is_copied_is_there_and_let_through():
    let_through = re.findall(r"^!(.+)$", (FOLDER / "Dockerfile.dockerignore").read_text(), re.M)
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for source in line.split():
            assert (ROOT / source).exists()
            assert any(name.startswith(source.rstrip("/")) for name in let_through), source


def test_the_image_holds_no_torch():
    spec = importlib.util.spec_from_file_location("named", FOLDER / "requirements.py")
    named = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(named)
    todo = named.requirements(ROOT / "pyproject.toml")
    installed = set()
    while todo:
        requirement = Requirement(todo.pop())
        name = canonicalize_name(requirement.name)
        extras = requirement.extras or {""}
        wanted = not requirement.marker or any(
            requirement.marker.evaluate({"extra": extra}) for extra in extras
        )
        if wanted and name not in installed:
            installed.add(name)
            todo += [
                needed
                for needed in requires(name) or []
                if not (marker := Requirement(needed).marker) or marker.evaluate({"extra": ""})
            ]
    assert {"onnxruntime", "streamlit", "mcp", "fastapi"} <= installed
    assert installed & {"torch", "transformers", "sentence-transformers"} == set()


def test_building_and_asking_need_no_torch(tmp_path):
    program = (
        "import sys\n"
        "for name in ('torch', 'transformers', 'sentence_transformers'):\n"
        "    sys.modules[name] = None\n"
        "from qa.cli import run\n"
        f"assert run(['index', {str(ROOT / 'corpus')!r}, '--index', 'index']) == 0\n"
        "sys.exit(run(['ask', 'Hoeveel procent was man bij arbeidsuitbuiting?']))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert "mannen (68%)" in ran.stdout
