"""Files read by Ray workers give the index that this machine gives alone, to the last byte."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from encoders import WordEncoder

from qa import Index

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "documents"

pytest.importorskip("ray", reason="needs pip install 'alinea[ray]'")


def kept(path):
    """All that an index holds on disk."""
    database = sqlite3.connect(path / "index.sqlite")
    tables = ("documents", "passages", "sections", "vectors")
    rows = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    database.close()
    files = {file.name: file.read_bytes() for file in path.glob("generations/*/*")}
    assert set(files) >= {"layout.arrays", "learned.arrays", "segment-1.arrays"}
    return rows, files


def built(folder, path, loader=None):
    told, steps = [], []
    index = Index.build(
        folder,
        path,
        WordEncoder(),
        lambda *step: steps.append(step),
        failed=lambda file, error: told.append((file.name, error.code, error.message)),
        loader=loader,
    )
    return index, told, steps


def test_documents_read_by_workers_are_those_read_here(tmp_path, monkeypatch):
    from qa.load import ray
    from qa.load.ray import RayLoader

    if not SHARED.is_dir():
        pytest.skip("the documents beside the repository are not here")
    folder = tmp_path / "in"
    folder.mkdir()
    for file in sorted(SHARED.glob("*/*")):
        if file.is_file() and file.stat().st_size < 25_000:
            shutil.copy(file, folder)
    shutil.copy(ROOT / "corpus" / "kamerbrief-mensenhandel.txt", folder / "brief.txt")
    (folder / "brief.toml").write_text('title = "De brief"\n', "utf-8")
    (folder / "a.pdf").write_bytes(b"%PDF-1.4 and nothing")
    (folder / "later").mkdir()
    (folder / "later" / "a.md").write_text("# Wulp\n\nDe wulp broedt in het veen.\n", "utf-8")
    monkeypatch.setenv("RAY_worker_niceness", "0")  # 15 waits for all else on a busy machine
    monkeypatch.setattr(ray, "_AT_ONCE", 100_000)  # so that several portions are sent
    here = built(folder, tmp_path / "here")
    there = built(folder, tmp_path / "there", RayLoader(workers=2))
    assert here[1:] == there[1:]
    assert [name for name, _, _ in there[1]] == ["a.pdf"]
    assert len(there[0].documents()) >= 15
    assert [row.title for row in there[0].documents() if row.id == "brief"] == ["De brief"]
    assert kept(tmp_path / "here") == kept(tmp_path / "there")
    (folder / "later" / "a.md").write_text("# Wulp\n\nDe wulp trekt weg.\n", "utf-8")
    for name, loader in (("here", None), ("there", RayLoader(workers=2))):
        index = Index.open(tmp_path / name, WordEncoder())
        index.add(folder, failed=lambda *_: None, loader=loader)
        assert index.document("a").paragraphs[0].text == "De wulp trekt weg."
    assert kept(tmp_path / "here")[0]["documents"] == kept(tmp_path / "there")[0]["documents"]
