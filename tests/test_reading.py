"""The map between reading text and source: it renders, and it runs both ways."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import Layout, parse, typeset

from qa.load.joins import Joiner
from qa.load.marks import Mark
from qa.load.notes import Note
from qa.reading import Op, Reading, ReadingBuilder, Step

HYPHENS = "-\u00ad\u2010"
SOURCE = "Een- \nheid7 is  er."


@pytest.fixture
def reading():
    builder = ReadingBuilder(SOURCE)
    builder.add(Op.COPY, (0, 3))
    builder.add(Op.HYPHEN_JOIN, (3, 6))
    builder.add(Op.COPY, (6, 10))
    builder.add(Op.MARK, (10, 11))
    builder.add(Op.COPY, (11, 14))
    builder.add(Op.SPACE, (14, 16), space=True)
    builder.add(Op.COPY, (16, 19))
    return builder.build()


def test_a_reading_is_what_its_steps_make(reading):
    assert reading.text == "Eenheid is er."
    assert reading.render(SOURCE) == "Eenheid is er."
    assert reading.pieces == ((0, 10), (11, 19))
    assert reading.marks == ((10, 11),)


@pytest.mark.parametrize(
    ("span", "source_spans"),
    [
        ((0, 7), ((0, 10),)),
        ((2, 5), ((2, 8),)),
        ((4, 6), ((7, 9),)),
        ((6, 9), ((9, 10), (11, 13))),
        ((8, 14), ((12, 19),)),
        ((10, 11), ()),  # the space of a run was copied from nothing
        ((11, 14), ((16, 19),)),
        ((3, 3), ()),
    ],
)
def test_a_span_of_the_reading_has_spans_in_the_source(reading, span, source_spans):
    assert reading.source_spans(span) == source_spans


@pytest.mark.parametrize("span", [(-1, 2), (0, 15), (5, 4)])
def test_a_span_outside_the_reading_is_refused(reading, span):
    with pytest.raises(ValueError, match="outside a text of 14 characters"):
        reading.source_spans(span)


def test_a_source_offset_has_a_place_in_the_reading_if_it_was_copied(reading):
    assert [reading.reading_offset(i) for i in (0, 2, 6, 9, 11, 18)] == [0, 2, 3, 6, 7, 13]
    assert [reading.reading_offset(i) for i in (3, 5, 10, 14, 99)] == [None] * 5


def test_a_page_start_cuts_a_piece():
    builder = ReadingBuilder("een\ntwee")
    builder.add(Op.COPY, (0, 3))
    builder.add(Op.LINE_JOIN, (3, 4), space=True)
    builder.add(Op.COPY, (4, 8))
    assert builder.build().pieces == ((0, 8),)
    assert builder.build(cuts=(4,)).pieces == ((0, 3), (4, 8))


def test_a_hyphen_left_out_before_a_cut_belongs_to_the_piece_before():
    letter = parse("De gemeen-\fte is er.")
    assert letter.paragraphs[0].text == "De gemeente is er."
    assert letter.paragraphs[0].reading.pieces == ((0, 10), (11, 20))
    assert letter.paragraphs[0].reading.source_spans((3, 9)) == ((3, 9),)


def render_again(source: str, steps: tuple[Step, ...]) -> tuple[str, list[int | None]]:
    """The five operations, implemented anew: the text, and whence each character came."""
    text, origins = "", []
    for step in steps:
        begin, end = step.source
        width = step.target[1] - step.target[0]
        assert step.target[0] == len(text), "steps follow each other in the reading"
        if step.op == "copy":
            text += source[begin:end]
            origins += range(begin, end)
        elif step.op in ("line join", "whitespace run"):
            assert width == 1
            text, origins = text + " ", [*origins, None]
        else:
            assert step.op in ("hyphen join", "mark")
            assert width <= (step.op == "mark")
            text, origins = text + " " * width, [*origins, *[None] * width]
    return text, origins


def assert_faithful(source: str, reading: Reading, start: int, end: int) -> None:
    """Prove one span of a reading from the source, without the code under test."""
    text, origins = render_again(source, reading.steps)
    assert text == reading.text == reading.render(source)
    spans = reading.source_spans((start, end))
    inside = {i for a, b in spans for i in range(a, b)}
    copied = [origin for origin in origins[start:end] if origin is not None]
    assert set(copied) <= inside, "every character read lies in the spans"
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    ends = {a for a, _ in spans} | {b - 1 for a, b in spans if source[b - 1] not in HYPHENS}
    assert ends <= {*copied}, "spans begin and end in what was read, or in a hyphen left out"
    taken_out = {i for a, b in reading.marks for i in range(a, b)}
    assert not inside & taken_out, "a mark is in no span"
    for offset, origin in enumerate(origins):
        if origin is not None:
            assert reading.reading_offset(origin) == offset
    between = {i for a, b in reading.pieces for i in range(a, b)} - {*origins}
    assert all(source[i].isspace() or source[i] in HYPHENS + "\ufeff\0" for i in between)


WORDS = [
    "opvang",
    "EU-",
    "Kamercom-",
    "drugs-",
    "en",
    "missie",
    "«corona»",
    "2018",
    "é",
    "af\u00ad",
]
BLANKS = [" ", "  ", "\u00a0", " \t", "\0", "\u2003"]


@st.composite
def marked_lines(draw):
    """A source of lines with marks in them, and the marks."""
    source, marks, spans = "", [], []
    for _ in range(draw(st.integers(1, 5))):
        source += draw(st.sampled_from(["", " ", "\ufeff"]))
        start = len(source)
        for position in range(draw(st.integers(1, 5))):
            source += draw(st.sampled_from(BLANKS)) if position else ""
            source += draw(st.sampled_from(WORDS))
            if draw(st.booleans()):
                note = Note("7", (0, 0), 0, ())
                marks.append(Mark((len(source), len(source) + 1), note))
                source += "7" + draw(st.sampled_from(["", ".", "Zo"]))
        spans.append((start, len(source)))
        source += draw(st.sampled_from(["\n", " \n", "\n\n1 Noot.\n", "\f"]))
    return source, marks, spans


@given(marked_lines(), st.data())
def test_joined_lines_are_proven_from_the_source(lines, data):
    source, marks, spans = lines
    reading = Joiner(source, marks, tuple(a for a, _ in spans[1::2])).join(spans)
    start = data.draw(st.integers(0, len(reading.text)))
    end = data.draw(st.integers(start, len(reading.text)))
    assert_faithful(source, reading, start, end)
    assert reading.marks == tuple(mark.span for mark in marks)


SENTENCES = [
    "De EU-agentschappen helpen mensen met een drugs- en alcoholverslaving{a}.",
    "In 2017 en 2018{b} waren het er 14 145{c}, aldus de Kamercom\u00admissie.",
    "Dat is 68% meer dan in 2013 («de groep»){d}, zegt A. Broekers-Knol.",
    "De opvang is vol.",
]
BLOCKS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
    | st.sampled_from(["Aanleiding", "1 Opvang", "- een punt;"]),
    min_size=1,
    max_size=6,
)


@given(
    blocks=BLOCKS,
    width=st.integers(30, 100),
    height=st.none() | st.integers(5, 20),
    notes_at=st.sampled_from(["foot", "end"]),
    furniture=st.sampled_from(["", "Pagina {page} van {pages}"]),
    page_break=st.sampled_from(["", "\f"]),
    data=st.data(),
)
def test_letters_are_proven_from_the_source(
    blocks, width, height, notes_at, furniture, page_break, data
):
    notes = {key: f"Kamerstuk 28 638, nr. 18{i}." for i, key in enumerate("abcd")}
    layout = Layout(width, height, notes_at, foot=furniture, page_break=page_break)
    letter = parse(typeset([*blocks, "Dit is het einde."], notes, layout))
    for unit in (*letter.paragraphs, *letter.footnotes):
        start = data.draw(st.integers(0, len(unit.text)))
        end = data.draw(st.integers(start, len(unit.text)))
        assert_faithful(letter.text, unit.reading, start, end)
