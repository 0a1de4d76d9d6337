"""Votes in proceedings, and the title of a letter that stands over its answers only."""

from docx_files import bold, docx, p

from qa.load import parse
from qa.load.answers_title import read_answers_title

VOTES = """<officiele-publicatie><handelingen><agendapunt><item-titel>Stemmingen</item-titel>
<tekst><al>In stemming komt de motie-De Boer (12345, nr. 6).</al></tekst>
<spreekbeurt><spreker>De voorzitter:</spreker><tekst>
<al>Ik constateer dat de leden van de fractie van XYZ voor hebben gestemd, zodat zij is verworpen.</al>
<al>Ik constateer dat een wijziging eerder is aangenomen.</al></tekst></spreekbeurt>
<tekst><al>In stemming komt de motie-Smit (12345, nr. 7).</al>
<al>Ik geef gelegenheid tot het afleggen van een stemverklaring.</al>
<al>Ik constateer dat de motie is aangenomen.</al></tekst>
</agendapunt></handelingen></officiele-publicatie>"""


def test_the_outcome_of_a_vote_is_found_by_what_was_voted_on():
    document = parse(VOTES.encode(), None, "stemmingen.xml", "stem")
    assert [(q.text[:30], q.context) for q in document.paragraphs] == [
        ("In stemming komt de motie-De B", ""),
        ("Ik constateer dat de leden van", "In stemming komt de motie-De Boer (12345, nr. 6)."),
        ("Ik constateer dat een wijzigin", ""),
        ("In stemming komt de motie-Smit", ""),
        ("Ik geef gelegenheid tot het af", ""),
        ("Ik constateer dat de motie is ", ""),
    ]


def letter(title):
    body = p("In antwoord op uw brief deel ik u mede dat de vragen hieronder worden beantwoord.")
    for number in (1, 2):
        body += bold(title if number == 1 else f"Antwoord {number - 1}")
        body += bold(f"Vraag {number}") + p("Kent u het bericht over de brug?")
    return parse(docx(body + bold("Antwoord 2") + p("Ja.")), None, "brief.docx", "brief")


def test_the_heading_over_the_first_question_is_the_title_if_it_speaks_of_answers():
    document = letter("Antwoorden van de minister op Kamervragen over de brug")
    title = read_answers_title(document)
    assert title is not None
    assert title.value == "Antwoorden van de minister op Kamervragen over de brug"
    assert document.text[slice(*title.span)] == title.value


def test_another_heading_is_not():
    assert read_answers_title(letter("Aanleiding")) is None
