"""The README tells the truth: its program runs, its commands exist."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qa.cli import qa

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_program_prints_what_the_readme_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    ran = subprocess.run(
        [sys.executable, "-c", blocks("python")[0]], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    printed = ran.stdout.splitlines()
    assert printed[:2] == blocks("text")[0].splitlines()
    assert len(printed) == 5
    assert printed[2].startswith("kamerbrief-mensenhandel#p23 ")


@pytest.mark.parametrize("name", sorted(qa.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"qa {name}" in README


def test_every_command_of_the_readme_exists() -> None:
    listed = re.findall(r"^    qa (\w+)", README, re.MULTILINE)
    assert set(listed) <= set(qa.commands)
    assert len(listed) >= 9


def test_every_file_that_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
    for name in re.findall(r"`([a-z]+(?:/|\.py))`", README):
        if not name.startswith("index/"):
            assert (ROOT / name).exists() or (ROOT / "src/qa" / name).exists(), name
