"""Documents made of elements: one element a line, readings, notes, sections."""

import pytest
from document_view import marked, view

from qa.errors import AlineaError
from qa.load.elements import Element, ElementKind, Run
from qa.load.markup import make_document

BODY, HEADING, NOTE = ElementKind.BODY, ElementKind.HEADING, ElementKind.NOTE


def made(*elements):
    return make_document(elements, doc_id="d", source="d.x", sha256="0", loader="x/1")


def body(*runs, **values):
    return Element(BODY, tuple(Run(r) if isinstance(r, str) else r for r in runs), **values)


def heading(text, level=1):
    return Element(HEADING, (Run(text),), level=level)


def note(name, text, marker="1"):
    return Element(NOTE, (Run(text),), note=name, marker=marker)


MARK = Run("[1]", "n")


@pytest.mark.parametrize(
    ("runs", "reading"),
    [
        (("woord", MARK, " en meer."), "woord[1] en meer."),
        (("woord ", MARK, " en meer."), "woord [1]en meer."),
        (("woord ", MARK, ", en meer."), "woord[1], en meer."),
        (("woord ", MARK), "woord[1]"),
        ((MARK, " Woord."), "[1]Woord."),
        (("2018", MARK, "Bijna"), "2018[1] Bijna"),
        (("woord", Run("", "n"), " verder"), "woord[1] verder"),
        ((MARK, MARK, "Woord"), "[1][1]Woord"),
    ],
)
def test_marks_are_taken_out_with_the_blanks_that_were_theirs(runs, reading):
    document = made(body(*runs), note("n", "Noot."))
    assert marked(document) == [reading]
    assert view(document)[1:] == ["1 | Noot."]


def test_runs_that_meet_have_one_blank_between_them():
    document = made(body("een ", " twee\t", "\n drie"))
    assert view(document) == ["body: een twee drie"]
    assert document.text == "een  twee\t  drie"
    assert document.paragraphs[0].reading.pieces == ((0, 16),)


def test_characters_that_are_never_shown_are_left_out():
    document = made(body("sa\u00admen\u200bwerken\x00\x85aan \ufeff2\ud8003"), body("\u200e\u00ad"))
    assert document.text == "samenwerken aan 2\ufffd3"


def test_what_holds_only_a_mark_is_furniture():
    document = made(body("Tekst."), body(MARK), note("n", "Noot."))
    assert view(document) == ["body: Tekst.", "~ [1]", "1 | Noot."]


def test_a_note_that_calls_another_note_keeps_its_words():
    call = Element(NOTE, (Run("Zie noot "), Run("2", "m"), Run(".")), note="n", marker="1")
    assert view(made(body("Tekst", MARK, "."), call))[1:] == ["1 | Zie noot 2."]


def test_the_label_of_a_note_is_no_part_of_it():
    labelled = Element(NOTE, (Run(" 1. "), Run("Noot.")), note="n", marker="1", labelled=True)
    document = made(body("Tekst", MARK, "."), labelled)
    assert document.footnotes[0].text == "Noot."
    assert document.text[slice(*document.footnotes[0].label_span)] == "1."


def test_notes_of_one_name_stay_apart_and_the_first_is_meant():
    document = made(body("Tekst", MARK, "."), note("n", "Een."), note("n", "Twee."))
    assert [(n.id, n.text, len(n.referred_from)) for n in document.footnotes] == [
        ("d#fn1", "Een.", 1),
        ("d#fn2", "Twee.", 0),
    ]


def test_marks_of_notes_that_are_not_there_refer_to_nothing():
    document = made(body("Tekst", MARK, "."))
    assert (document.paragraphs[0].text, document.paragraphs[0].footnotes) == ("Tekst.", ())


def test_sections_nest_by_level_and_end_where_the_next_begins():
    document = made(
        heading("A"),
        heading("A1", 2),
        body("een"),
        heading("A1a", 4),
        body("twee"),
        heading("B"),
        body("drie"),
    )
    assert [(s.title, s.parent, document.text[slice(*s.span)]) for s in document.sections] == [
        ("A", None, "A\nA1\neen\nA1a\ntwee"),
        ("A1", "d#sec1", "A1\neen\nA1a\ntwee"),
        ("A1a", "d#sec2", "A1a\ntwee"),
        ("B", None, "B\ndrie"),
    ]


def test_a_file_without_a_paragraph_is_said_so():
    for elements in ([], [heading("Kop")], [body(" \u200b")], [note("n", "Noot.")]):
        with pytest.raises(AlineaError) as caught:
            made(*elements)
        assert caught.value.code == "no_paragraph"
