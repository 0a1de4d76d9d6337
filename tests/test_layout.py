"""A whole of rows that lie in parts: read as one array would be."""

import numpy as np
import pytest

from qa.retrieval.layout import Joined, Layout


def layout(*runs, sizes):
    """Of runs that are each a number of rows, a part, and where they start in it."""
    columns = (np.array(column, dtype=np.int64) for column in zip(*runs, strict=True))
    return Layout(*columns, sizes)


FIRST, SECOND = np.arange(100, 110), np.arange(200, 204)
WHOLE = layout((2, 0, 0), (1, 1, 2), (4, 0, 2), (0, 1, 0), (2, 0, 8), sizes=[10, 4])
VALUES = [100, 101, 202, 102, 103, 104, 105, 108, 109]


def test_rows_are_those_of_the_runs_in_order():
    joined = Joined([FIRST, SECOND], WHOLE)
    assert len(joined) == 9
    assert joined[:].tolist() == VALUES
    assert joined[1:4].tolist() == VALUES[1:4]
    assert joined[3:3].tolist() == []
    for rows in ([8, 2, 0, 2], [3, 4], [2], []):
        expected = [VALUES[row] for row in rows]
        assert joined[np.array(rows, dtype=np.int64)].tolist() == expected


def test_each_row_of_a_part_has_its_place_and_those_that_are_gone_have_none():
    assert WHOLE.places(0).tolist() == [0, 1, 3, 4, 5, 6, 9, 9, 7, 8]
    assert WHOLE.places(1).tolist() == [9, 9, 2, 9]


def test_one_part_is_as_it_is():
    assert Layout.of_one(10).places(0) is None
    assert Joined([FIRST], Layout.of_one(10))[np.array([9, 0])].tolist() == [109, 100]
    assert Joined([FIRST], layout((3, 0, 0), (7, 0, 3), sizes=[10]))[:].tolist() == FIRST.tolist()


@pytest.mark.parametrize("sizes", [[0], [4, 0]])
def test_a_whole_may_have_no_rows(sizes):
    joined = Joined([SECOND[:size] for size in sizes], layout((0, 0, 0), sizes=sizes))
    assert joined[:].tolist() == joined[np.zeros(0, np.int64)].tolist() == []
