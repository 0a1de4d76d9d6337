"""An encoder of a program's own: two methods are enough, and rows that make no sense are refused."""

import numpy as np
import pytest

from qa import AlineaError, Index
from qa.encoder import get_encoder

TEXT = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"


class Letters:
    """Counts letters, as lists, and says nothing of itself."""

    def __init__(self, wanted="abcdefghijklmnopqrstuvwxyz"):
        self._wanted = wanted

    def encode_query(self, texts):
        return [[1.0 + text.lower().count(letter) for letter in self._wanted] for text in texts]

    def encode_document(self, texts):
        return self.encode_query(texts)


class Given(Letters):
    """Gives what it is told to give."""

    def __init__(self, given):
        self._given = given

    def encode_query(self, texts):
        return self._given(len(texts))


@pytest.fixture
def source(tmp_path):
    (tmp_path / "zwembad.txt").write_text(TEXT, "utf-8")
    return tmp_path / "zwembad.txt"


def test_two_methods_are_enough(source, tmp_path):
    index = Index.build(source, tmp_path / "index", Letters())
    assert (index.encoder.name, index.encoder.dimension) == ("Letters", 26)
    rows = index.encoder.encode_query(["zwembad", "juni"])
    assert (rows.shape, rows.dtype) == ((2, 26), np.float32)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-6)
    opened = Index.open(tmp_path / "index", Letters())
    assert opened.search("Wanneer sluit het zwembad?", k=1)[0].id == "zwembad#p1"


def test_what_it_says_of_itself_counts():
    own = Letters()
    own.name, own.dimension, own.fingerprint = "letters", 26, "letters-1"
    found = get_encoder(own)
    assert (found.name, found.dimension, found.fingerprint) == ("letters", 26, "letters-1")


def test_another_model_is_noticed_by_its_rows(source, tmp_path):
    Index.build(source, tmp_path / "index", Letters())
    with pytest.raises(AlineaError) as caught:
        Index.open(tmp_path / "index", Letters("zyxwvutsrqponmlkjihgfedcba"))
    assert caught.value.code == "other_encoder"
    assert "another version of Letters: make it anew with Index.build" in caught.value.message
    assert "qa index" not in caught.value.message


def test_without_it_an_index_says_what_to_give(source, tmp_path):
    Index.build(source, tmp_path / "index", Letters())
    with pytest.raises(AlineaError) as caught:
        Index.open(tmp_path / "index")
    assert caught.value.message == (
        f"The index in {tmp_path / 'index'} was made with the encoder Letters, an object of a "
        "program: give it as encoder=."
    )


def test_rows_of_length_one_stay_as_they_are():
    row = np.array([[0.6, 0.8]], dtype=np.float32)
    found = get_encoder(Given(lambda count: np.repeat(row, count, axis=0)))
    assert found.encode_query(["x"]).tobytes() == row.tobytes()


@pytest.mark.parametrize("kind", [np.float64, np.float16, np.int32])
def test_rows_of_any_number_are_brought_to_length_one(kind):
    found = get_encoder(Given(lambda count: np.array([[3, 4]] * count, dtype=kind)))
    rows = found.encode_query(["x", "y"])
    assert rows.dtype == np.float32
    assert rows == pytest.approx(np.array([[0.6, 0.8]] * 2), abs=1e-6)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (lambda count: np.full((count, 2), np.nan), "numbers that are not finite"),
        (lambda count: [[1.0, np.inf]] * count, "numbers that are not finite"),
        (lambda count: [[1.0, 2.0]] * (count + 1), "an array of shape (2, 2) for 1 texts"),
        (lambda count: [1.0, 2.0], "an array of shape (2,) for 1 texts"),
        (lambda count: [["a", "b"]] * count, "what is no array of numbers"),
        (lambda count: [[1.0], [1.0, 2.0]], "what is no array of numbers"),
        (lambda count: [[]] * count, "rows of 0 numbers"),
    ],
)
def test_rows_that_make_no_sense_are_refused(source, tmp_path, given, told):
    with pytest.raises(AlineaError) as caught:
        Index.build(source, tmp_path / "index", Given(given))
    assert (caught.value.code, caught.value.usage) == ("bad_encoder", True)
    assert caught.value.message.startswith(f"The encoder Given gave {told}")
    assert not (tmp_path / "index").exists()


def test_rows_of_another_dimension_than_said_are_refused():
    own = Letters()
    own.name, own.dimension, own.fingerprint = "letters", 30, "letters-1"
    with pytest.raises(AlineaError) as caught:
        get_encoder(own).encode_query(["x"])
    assert caught.value.message == (
        "The encoder letters gave rows of 26 numbers: it must give a row of 30 finite numbers for "
        "each text."
    )
