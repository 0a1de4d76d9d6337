"""The benchmarks at a size that takes seconds: all figures are there, and plots can be looked at."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from qa.encoder import get_encoder

ROOT = Path(__file__).parents[2]
HERE = ROOT / "eval" / "benchmarks"
SOURCE = ["--documents", str(ROOT / "corpus")]

peers = pytest.mark.skipif(
    not (find_spec("lancedb") and find_spec("bm25s")),
    reason="needs pip install 'alinea[benchmarks]'",
)


def run(script, *options):
    command = [sys.executable, str(HERE / script), *SOURCE, *map(str, options)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def measured(script, *options):
    done = run(script, *options)
    assert done.returncode == 0, done.stderr[-2000:]
    return done


def size_of(path):
    """Width and height of a PNG, which its decoder has seen whole."""
    from PIL import Image

    with Image.open(path) as image:
        image.load()
        assert image.format == "PNG"
        return image.size


def some_rows(folder, letter):
    """A few real rows for the made ones to lie around, sooner than the 300 that are usual."""
    folder.mkdir()
    texts = [paragraph.text for paragraph in letter.paragraphs[:8]]
    np.save(folder / "real.npy", get_encoder().encode_document(texts))


@pytest.fixture(scope="module")
def grown(tmp_path_factory, letter):
    """Two sizes, with nothing beside them."""
    folder = tmp_path_factory.mktemp("scale")
    some_rows(folder / "work", letter)
    options = ["--questions", 10, "--peers", 0, "--keywords", 0]
    options += ["--work", folder / "work", "--out", folder / "scale.json", "--plots", folder]
    return folder, options, measured("scale.py", "--sizes", "100,50", *options)


def test_every_size_has_its_figures_and_the_tables_name_them(grown):
    folder, _, done = grown
    small, large = json.loads((folder / "scale.json").read_text("utf-8"))
    assert (small["paragraphs"], large["paragraphs"]) == (50, 100)
    stages = ["load and store", "embed (made rows)", "files"]
    assert list(large["built"]["build"]) == stages
    for stage in large["built"]["build"].values():
        assert stage["s"] >= 0 and stage["processor_s"] >= 0 and stage["peak_mb"] > 20
    of_small, of_large = (size["built"]["bytes"]["segment-1.arrays"] for size in (small, large))
    assert of_large > 100 * 768
    assert of_small < of_large
    asked = large["asked"]
    assert list(asked["query_ms"]) == ["candidates", "sentences", "whole", "whole, processor"]
    for p50, p95, p99 in asked["query_ms"].values():
        assert 0 < p50 <= p95 <= p99
    assert asked["memory_mb"]["own"] > 0 and asked["memory_mb"]["mapped"] > 0
    assert {"open_s", "first_question_s", "open_s_from_disk"} <= asked.keys()
    assert large["grown"]["add_s"] > 0 and large["grown"]["remove_s"] > 0
    assert "LanceDB" not in large and "keywords" not in large
    rows = [line.split(" | ")[0] for line in done.stdout.splitlines() if line.startswith("| ")]
    assert rows == ["| paragraphs", "| ---", "| 50", "| 100"]


def test_plots_are_images_of_what_was_measured(grown):
    folder, *_ = grown
    names = {path.name for path in folder.glob("*.png")}
    assert names == {"build.png", "disk.png", "memory.png", "queries.png", "start.png"}
    for name in names:
        width, height = size_of(folder / name)
        assert width > 800 and height > 500


def test_what_is_measured_is_not_measured_again_and_reuse_asks_anew(grown):
    folder, options, _ = grown
    options = [*options, "--sizes", "100"]
    parts = [folder / "work" / "100" / f"{name}.json" for name in ("built", "asked", "grown")]
    before = [path.stat().st_mtime_ns for path in parts]
    measured("scale.py", *options)
    assert [path.stat().st_mtime_ns for path in parts] == before
    measured("scale.py", *options, "--reuse")
    after = [path.stat().st_mtime_ns for path in parts]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]


def test_reuse_without_an_index_says_what_to_do(tmp_path):
    (tmp_path / "real.npy").write_bytes(b"")
    done = run("scale.py", "--sizes", 70, "--reuse", "--work", tmp_path)
    assert done.returncode == 2
    assert "holds no index that was built: leave out --reuse." in done.stderr


def test_candidates_of_an_index_that_was_built(grown, tmp_path):
    folder, *_ = grown
    out = tmp_path / "candidates.json"
    built = ["--built", folder / "work" / "100", "--questions", 5, "--out", out]
    measured("candidates.py", *built)
    figures = json.loads(out.read_text("utf-8"))
    assert figures["questions"] == 5 and figures["encoder"] == "around"
    assert list(figures["found"]) == ["1", "2", "5", "10", "20", "50", "100", "200"]
    assert figures["found"]["200"] == {"first ten": 1.0, "first": 1.0}  # of about 100 passages
    assert figures["found"]["1"]["first ten"] < 0.5  # two candidates are not ten


@peers
def test_one_command_measures_all_beside_the_peers(tmp_path, letter):
    some_rows(tmp_path / "work", letter)
    options = ["--sizes", "60", "--quick", "--out", tmp_path, "--work", tmp_path / "work"]
    measured("all.py", *options)
    (one,) = json.loads((tmp_path / "scale.json").read_text("utf-8"))
    assert one["LanceDB"]["of_ten_nearest"] == {"ours": 1.0, "LanceDB": 1.0}
    assert set(one["LanceDB"]["query_ms"]) == {"ours", "LanceDB"}
    assert one["LanceDB"]["ratio_p50"] > 0 and one["LanceDB"]["bytes"] > 60 * 384 * 4
    engines = ["ours", "rank_bm25 get_scores", "bm25s", "SQLite FTS5"]
    assert list(one["keywords"]["engines"]) == engines
    assert one["keywords"]["largest_difference"] < 1e-5
    encoding = json.loads((tmp_path / "encoding.json").read_text("utf-8"))
    assert list(encoding["ways"]) == ["alinea", "sentence-transformers", "engine"]
    assert len(encoding["ratios"]) == 4
    assert encoding["ways"]["engine"]["cosine_least"] > 0.999
    assert {path.stem for path in tmp_path.glob("*.png")} == {
        "build", "disk", "memory", "start", "queries", "beside-lancedb", "beside-keywords",
    }  # fmt: skip
    tables = (tmp_path / "tables.md").read_text("utf-8")
    for words in ("LanceDB", "rank_bm25", "sentence-transformers", "of each kind", "core-hours"):
        assert words in tables
