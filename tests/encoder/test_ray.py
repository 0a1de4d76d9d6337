"""Encoding by Ray workers gives the index that this machine gives alone."""

import sqlite3
from pathlib import Path

import pytest

from qa import Index

ROOT = Path(__file__).parents[2]
LETTER = ROOT / "corpus" / "kamerbrief-mensenhandel.txt"
SHARED = ROOT.parent / "shared" / "documents" / "txt"

pytest.importorskip("ray", reason="needs pip install 'alinea[ray]'")


def vectors(path):
    """All vectors that an index holds."""
    database = sqlite3.connect(path / "index.sqlite")
    rows = database.execute("SELECT key, row FROM vectors ORDER BY key").fetchall()
    database.close()
    return rows


def test_shared_texts_get_the_vectors_that_they_get_here(tmp_path, monkeypatch):
    from qa.encoder.ray import RayEncoder

    if not SHARED.is_dir():
        pytest.skip("the documents beside the repository are not here")
    monkeypatch.setenv("RAY_worker_niceness", "0")
    texts = sorted(SHARED.iterdir(), key=lambda file: file.stat().st_size)[:6]
    Index.build(texts, tmp_path / "index", encoder=RayEncoder(workers=2))
    Index.build(texts, tmp_path / "here")
    assert len(vectors(tmp_path / "here")) > 500
    assert vectors(tmp_path / "index") == vectors(tmp_path / "here")


def test_an_index_encoded_by_workers_equals_the_one_made_here(tmp_path, monkeypatch):
    from qa.encoder.ray import RayEncoder

    monkeypatch.setenv("RAY_worker_niceness", "0")  # 15 waits for all else on a busy machine
    second = tmp_path / "tweede.md"
    second.write_text("# Wulp\n\nDe wulp broedt in het veen.\n\nHij roept in mei.\n", "utf-8")
    done = []
    made = Index.build(
        [LETTER, second],
        tmp_path / "index",
        encoder=RayEncoder(workers=2),
        progress=lambda stage, count, total: done.append((stage, count, total)),
    )
    encoded = [row for row in done if row[0] == "encode"]
    assert encoded[-1][1] == encoded[-1][2] > 64
    Index.build([LETTER, second], tmp_path / "here")
    opened = Index.open(tmp_path / "index")  # without Ray
    here = Index.open(tmp_path / "here")
    for question in (
        "Hoeveel slachtoffers in 2017 en 2018?",
        "Wie ondertekent?",
        "Waar is de wulp?",
    ):
        expected = [
            (hit.id, pytest.approx(hit.rank_score, abs=1e-5)) for hit in here.search(question)
        ]
        for index in (made, opened):
            assert [(hit.id, hit.rank_score) for hit in index.search(question)] == expected
    assert opened.search("Waar broedt de wulp?", 1)[0].id == "tweede#p1"
