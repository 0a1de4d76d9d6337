"""Nearest rows: those that a comparison of all gives, or nearly all of them by cells."""

import numpy as np
import pytest

from qa.encoder import unit_rows
from qa.retrieval.dense import Dense
from qa.retrieval.layout import Layout
from qa.retrieval.nearest import Nearest, NearestOfParts, exact, write_cells

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
    write_cells(path, rows)
    return path


def questions(rows, count=100):
    source = np.random.default_rng(2)
    noise = unit_rows(source.standard_normal((count, DIMENSION), dtype=np.float32))
    return unit_rows(rows[source.integers(0, SIZE, count)].astype(np.float32) + 0.7 * noise)


def test_cells_find_what_a_comparison_of_all_finds(rows, cells):
    by_cells, by_all = Nearest.read(cells), exact(rows)
    shared = [
        len(np.intersect1d(by_cells.search(query, 10), by_all.search(query, 10)))
        for query in questions(rows)
    ]
    assert np.mean(shared) >= 9.8


def test_a_comparison_of_all_finds_the_highest_cosines(rows):
    for query in questions(rows, 5):
        cosines = rows.astype(np.float32) @ query
        assert set(exact(rows).search(query, 10)) == set(np.argsort(-cosines)[:10])


def layout(there):
    """A whole of two parts, 11,000 rows and the rest; `there` are the rows that it has."""
    first, second = there[there < 11_000], there[there >= 11_000] - 11_000
    ones = np.ones(len(there), np.int64)
    parts = np.concatenate([0 * first, 0 * second + 1])
    return Layout(ones, parts, np.concatenate([first, second]), [11_000, SIZE - 11_000])


def test_rows_in_two_parts_are_found_as_in_one(rows):
    by_part = [exact(rows[:11_000]), exact(rows[11_000:])]
    both = NearestOfParts(by_part, layout(np.arange(SIZE)))
    for query in questions(rows, 20):
        assert both.search(query, 10).tolist() == exact(rows).search(query, 10).tolist()


def test_rows_that_are_gone_are_not_found(rows):
    there = np.setdiff1d(np.arange(SIZE), np.arange(0, SIZE, 3))
    by_part = [exact(rows[:11_000]), exact(rows[11_000:])]
    both = NearestOfParts(by_part, layout(there))
    for query in questions(rows, 20):
        assert both.search(query, 10).tolist() == exact(rows[there]).search(query, 10).tolist()
    few = np.array([5, 70, 7_400])
    assert sorted(both.search(questions(rows, 1)[0], 10, few).tolist()) == few.tolist()


@pytest.mark.parametrize("count", [3, 200])
def test_a_search_among_some_rows_finds_the_best_of_those(rows, cells, count):
    among = np.sort(np.random.default_rng(3).choice(SIZE, count, replace=False))
    query = questions(rows, 1)[0]
    best = among[np.argsort(-(rows[among].astype(np.float32) @ query))[:10]]
    dense = Dense(rows, lambda: Nearest.read(cells))
    assert dense.nearest(query, 10, among).tolist() == best.tolist()
