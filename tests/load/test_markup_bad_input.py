"""HTML and Markdown files that are empty, no text, or anything at all: told so, or read."""

import random

import pytest
from document_view import view
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.errors import AlineaError
from qa.load.html import load_html
from qa.load.markdown import load_markdown

LOADERS = {"html": load_html, "md": load_markdown}
OPENINGS = {
    "html": (b"", b"<p>", b"<p>x</p><table><tr><td>"),
    "md": (b"", b"tekst\n\n", b"| a |\n"),
}
PIECES = {
    "html": [
        *"<p> </p> <h2> <table> <tr> <td> <th> </td> </tr> </table> <ul> <ol> <li> </li> </ul> <br>".split(),
        *"<pre> </pre> <nav> </nav> <main> </main> <dl> <dt> <dd> <sup> </sup> <caption> <thead>".split(),
        *"<a\thref=#n> <a\tname=n> </a> <p\tid=n> <td\trowspan=3> <td\tcolspan=2> [ ] 1 2 een . &shy;".split(),
        " ", "\n", "\n\n", "\u200b", "&#0;", "&#xD800;", "<del>", "<p\thidden>", "<aside\trole=doc-footnote>",
    ],
    "md": [
        *"# ## - * 1. > | |-|-| ``` ~~ ** _ [^1] [^1]: ^[ ] [ ]( ) <b> <script> </div> <div> --- == een".split(),
        "\n", "\n", "\n\n", "    ", "\t", " ", "&#0;", "\u00ad", "\\", "<br>", "|",
    ],
}  # fmt: skip


def loaded(kind, data):
    return LOADERS[kind](data, f"blad.{kind}", "blad", "0")


def survives(kind, data):
    try:
        document = loaded(kind, data)
    except AlineaError:
        return
    view(document)


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("html", b"", "empty_file"),
        ("html", b"<html></html>", "no_paragraph"),
        ("html", b"<!-- niets -->", "no_paragraph"),
        ("html", b"<script>x()</script>", "no_paragraph"),
        ("html", b"<nav>Menu</nav>", "no_paragraph"),
        ("html", b"%PDF-1.7 <p>x</p>", "not_text"),
        ("html", bytes(range(256)) * 20, "not_text"),
        ("md", b"", "empty_file"),
        ("md", b"# Kop\n", "no_paragraph"),
        ("md", b"%PDF-1.4", "not_text"),
        ("md", b"---\na: b\n---\n", "no_paragraph"),
    ],
)
def test_what_holds_no_text_is_said_so(kind, data, code):
    with pytest.raises(AlineaError) as caught:
        loaded(kind, data)
    assert caught.value.code == code


@pytest.mark.parametrize("kind", sorted(LOADERS))
@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_no_bytes_whatsoever_do_harm(kind, data):
    for opening in OPENINGS[kind]:
        survives(kind, opening + data)


@pytest.mark.parametrize("kind", sorted(LOADERS))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_no_file_of_pieces_does_harm(kind, seed):
    source = random.Random(seed)
    pieces = source.choices(PIECES[kind], k=source.randint(1, 60))
    survives(kind, "".join(pieces).encode())
