"""Answers and citations of the letter, against where a person finds the words."""

import pytest

from qa.cite import cite


@pytest.fixture(scope="module")
def labour(letter_index):
    question = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
    return letter_index.ask(question, min_confidence=0)


def test_an_answer_is_a_sentence_and_where_it_stands(labour):
    answer = labour.answers[0]
    assert labour.answered
    assert answer.id == "kamerbrief-mensenhandel#p20.s3"
    assert answer.text == "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    assert (answer.lines, answer.pages) == ((182, 183), (4,))
    assert answer.text[slice(*answer.span)] == "68%"


def test_its_citation_is_the_whole_paragraph(labour):
    citation = labour.answers[0].citation
    assert (citation.document, citation.kind) == ("kamerbrief-mensenhandel", "paragraph")
    assert citation.id == "kamerbrief-mensenhandel#p20"
    assert citation.section == ("Statistische gegevens",)
    assert (citation.paragraph, citation.paragraph_in_section) == (20, 5)
    assert (citation.pages, citation.lines) == ((4,), (176, 186))
    assert citation.paragraph_text.startswith("Ten aanzien van arbeidsuitbuiting meldt de EC")
    assert (citation.title, citation.page_labels, citation.locator, citation.boxes) == (None,) * 4
    assert (citation.footnotes, citation.also_in) == ((), ())


def test_the_quote_is_its_slice_of_the_paragraph_and_stands_in_the_source(labour, letter):
    for answer in labour.answers:
        start, end = answer.reading_span
        assert answer.citation.paragraph_text[start:end] == answer.text
        first, last = answer.source_spans[0][0], answer.source_spans[-1][1]
        assert letter.text[first:last].split()[-1] == answer.text.split()[-1]
    first, last = labour.answers[0].source_spans[0]
    assert letter.text[first:last] == (
        "Arbeids-\nuitbuiting raakt voor een meerderheid mannen (68%)."
    )


def test_five_nearest_passages_are_always_shown(letter_index, labour):
    refused = letter_index.ask("Hoe bak ik een appeltaart?")
    assert (refused.answered, refused.answers) == (False, ())
    assert len(refused.passages) == len(labour.passages) == 5


def test_there_are_at_most_k_answers(letter_index, labour):
    assert len(labour.answers) == 3
    asked = letter_index.ask("Wat zegt de EC over de pandemie?", k=1, min_confidence=0)
    assert len(asked.answers) == 1


def test_a_paragraph_brings_its_footnote(letter):
    citation = cite(letter, "brief#p17")
    assert citation.source_spans == ((8237, 8422), (8423, 8579))
    note = citation.footnotes[0]
    assert (note.id, note.marker, note.pages, note.lines) == ("brief#fn6", "6", (4,), (200, 202))
    assert note.text.startswith("Dit jaar heeft de Europese Commissie de slachtoffers van het VK")
    assert note.text.endswith("20 532 in 2015 en 2016, en 26 268 2017 en 2018.")


def test_a_paragraph_over_a_page_break_has_two_pages(letter):
    citation = cite(letter, "brief#p16")
    assert (citation.pages, citation.lines) == ((3, 4), (135, 152))
    assert citation.source_spans == ((7165, 7535), (7751, 8234))


def test_a_footnote_is_cited_under_the_paragraph_that_refers_to_it(letter):
    citation = cite(letter, "brief#fn8")
    assert (citation.kind, citation.id) == ("footnote", "brief#fn8")
    assert (citation.section, citation.paragraph) == (("Statistische gegevens",), 22)
    assert (citation.pages, citation.lines) == ((5,), (261, 261))
    assert citation.paragraph_text == "Kamerstuk 26 485, nr. 337"
    assert citation.footnotes == ()


def test_the_signature_is_quoted_as_an_answer(letter_index):
    result = letter_index.ask("Wie heeft de brief ondertekend?", min_confidence=0)
    assert result.answers[0].text == (
        "De Staatssecretaris van Justitie en Veiligheid, A. Broekers-Knol"
    )
    assert (result.answers[0].lines, result.answers[0].pages) == ((81, 82), (2,))
