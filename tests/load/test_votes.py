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


LISTED = """<officiele-publicatie><handelingen><agendapunt><item-titel>Stemmingen</item-titel>
<onderwerp><al>te weten:</al><lijst>
<li><li.nr>-</li.nr><al>de motie-De Boer over molens (12345, nr. 6);</al></li>
<li><li.nr>-</li.nr><al>de motie-Smit over (oude) bruggen (12345-08, nr. 7).</al></li></lijst></onderwerp>
<tekst><al>In stemming komt de gewijzigde motie-De Boer (12345, nr. 9, was nr. 6).</al>
<al>Ik constateer dat de motie is verworpen.</al>
<al>In stemming komt de motie-Smit (12345-08, nr. 7).</al>
<al>Ik constateer dat de motie is aangenomen.</al>
<al>In stemming komt de motie-Smit (12345, nr. 7).</al>
<al>Ik constateer dat de motie is aangenomen.</al></tekst>
</agendapunt></handelingen></officiele-publicatie>"""


def test_what_a_vote_is_about_stands_in_the_list_before_it():
    document = parse(LISTED.encode(), None, "stemmingen.xml", "stem")
    assert [q.context for q in document.paragraphs if q.text.startswith("Ik constateer")] == [
        (
            "In stemming komt de gewijzigde motie-De Boer (12345, nr. 9, was nr. 6). "
            "de motie-De Boer over molens"
        ),
        "In stemming komt de motie-Smit (12345-08, nr. 7). de motie-Smit over (oude) bruggen",
        "In stemming komt de motie-Smit (12345, nr. 7).",
    ]


MOTION = """<officiele-publicatie><handelingen><agendapunt><item-titel>Molens</item-titel>
<spreekbeurt><spreker>De heer Smit (XYZ):</spreker><tekst><motie><kop><titel>Motie</titel></kop>
<al>De Kamer,</al><al>overwegende dat molens draaien;</al>
<al>verzoekt de regering molens te bouwen;</al><al>verzoekt de regering ze te verven,</al>
<al>en gaat over tot de orde van de dag.</al>
<motie-info><spreker>De voorzitter:</spreker><al>Deze motie is voorgesteld door het lid Smit.</al>
</motie-info></motie></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>"""


def test_what_the_chair_says_of_a_motion_is_found_by_what_it_asks_for():
    document = parse(MOTION.encode(), None, "motie.xml", "motie")
    said = document.paragraphs[-1]
    assert said.text == "Deze motie is voorgesteld door het lid Smit."
    assert said.context == (
        "verzoekt de regering molens te bouwen; verzoekt de regering ze te verven"
    )
    assert document.paragraphs[0].context == "Deze motie is voorgesteld door het lid Smit."


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
