"""Nearest rows: those that a comparison of all gives, or nearly all of them by cells."""

import numpy as np
import pytest

from qa.dense import Dense
from qa.encoder import unit_rows
from qa.nearest import Nearest, exact, write_cells

SIZE, DIMENSION = 12_000, 48


@pytest.fixture(scope="module")
def rows():
    """Rows around 300 middles, as those of texts on 300 subjects."""
    source = np.random.default_rng(1)
    middles = unit_rows(source.standard_normal((300, DIMENSION), dtype=np.float32))
    noise = unit_rows(source.standard_normal((SIZE, DIMENSION), dtype=np.float32))
    return unit_rows(middles[source.integers(0, 300, SIZE)] + 0.9 * noise).astype(np.float16)


@pytest.fixture(scope="module")
def cells(rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("cells") / "cells.faiss"
    return path, write_cells(path, rows, np.full(SIZE, -1, np.int32), None)


def questions(rows, count=100):
    source = np.random.default_rng(2)
    noise = unit_rows(source.standard_normal((count, DIMENSION), dtype=np.float32))
    return unit_rows(rows[source.integers(0, SIZE, count)].astype(np.float32) + 0.7 * noise)


def test_cells_find_what_a_comparison_of_all_finds(rows, cells):
    by_cells, by_all = Nearest.read(cells[0]), exact(rows)
    shared = [
        len(np.intersect1d(by_cells.search(query, 10), by_all.search(query, 10)))
        for query in questions(rows)
    ]
    assert np.mean(shared) >= 9.8


def test_a_comparison_of_all_finds_the_highest_cosines(rows):
    for query in questions(rows, 5):
        cosines = rows.astype(np.float32) @ query
        assert set(exact(rows).search(query, 10)) == set(np.argsort(-cosines)[:10])


def test_rows_that_are_added_go_to_the_cells_there_are(rows, cells, tmp_path):
    path, numbers = cells
    known = numbers.copy()
    known[-500:] = -1  # as if these were new
    again = write_cells(tmp_path / "cells.faiss", rows, known, path)
    assert again.tolist() == numbers.tolist()
    query = questions(rows, 1)[0]
    assert (
        Nearest.read(tmp_path / "cells.faiss").search(query, 10).tolist()
        == Nearest.read(path).search(query, 10).tolist()
    )


@pytest.mark.parametrize("count", [3, 200])
def test_a_search_among_some_rows_finds_the_best_of_those(rows, cells, count):
    among = np.sort(np.random.default_rng(3).choice(SIZE, count, replace=False))
    query = questions(rows, 1)[0]
    best = among[np.argsort(-(rows[among].astype(np.float32) @ query))[:10]]
    dense = Dense(rows, lambda: Nearest.read(cells[0]))
    assert dense.nearest(query, 10, among).tolist() == best.tolist()
