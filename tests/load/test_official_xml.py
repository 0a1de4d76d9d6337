"""The XML of Dutch official publications: papers, questions, proceedings; and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.document import Document, ParagraphKind
from qa.errors import AlineaError
from qa.ledger import ledger
from qa.load import load
from qa.load.official_xml import load_xml

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents" / "xml"

PAPER = """<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie>
<metadata><meta name="OVERHEIDop.documenttitel" content="Brief over windmolens"/>
<meta name="OVERHEIDop.ontvanger" content="Tweede Kamer"/></metadata>
<kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2020-2021</tekstregel>
</kamerstukkop>
<dossier><dossiernummer><dossiernr>31 239</dossiernr></dossiernummer>
<titel>Duurzame energie</titel></dossier>
<stuk><stuknr>Nr. <ondernummer>185</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>
<datumtekst>Den Haag, 3 maart 2021</datumtekst>
<algemeen><vrije-tekst><tekst><al>Hierbij bied ik u het rapport aan.</al>
<divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop>
<al id="a7">Er staan <nadruk type="cur">veel</nadruk> molens<noot id="n1" type="voet"><noot.nr>1
</noot.nr><noot.al>Zie het jaarverslag.</noot.al></noot>. Dat blijft zo.<nootref refid="n1"/></al>
<lijst><li><li.nr>a.</li.nr><al>op zee;</al></li><li><li.nr>b.</li.nr><al>op land:</al>
<lijst><li><li.nr>–</li.nr><al>in het bos.</al></li></lijst></li></lijst>
<tussenkop>Kosten</tussenkop>
<table><title>Molens per jaar</title><tgroup cols="2">
<thead><row><entry><al>Jaar</al></entry><entry><al>Aantal</al></entry></row></thead>
<tbody><row><entry><al>2019</al></entry><entry><al>412</al></entry></row></tbody></tgroup></table>
</divisie></tekst><tekst-sluiting><ondertekening><functie>De Minister van Energie</functie>,
<naam><voornaam>A.B.</voornaam><achternaam>de Wind</achternaam></naam></ondertekening>
</tekst-sluiting></vrije-tekst></algemeen>
<bijlage><kop><titel>Bijlage</titel></kop><artikel><kop><label>Artikel</label><nr>1</nr></kop>
<lid><lidnr>2.</lidnr><al>Molens draaien.</al></lid></artikel></bijlage></stuk></kamerstuk>
</officiele-publicatie>"""

QUESTIONS = """<officiele-publicatie><kamervragen>
<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2020-2021</tekstregel>
<tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel></kamervraagkop>
<kamervraagnummer>708</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Jansen</achternaam></naam>
over <kamervraagonderwerp>de prijs van brood</kamervraagonderwerp> (ingezonden
<datum isodatum="2020-10-01">1 oktober 2020</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister
<naam><achternaam>Pietersen</achternaam></naam> (ontvangen <datum>11 november 2020</datum>).
</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Kent u het bericht?</al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
<vraag><nr>Vraag 2</nr><al>Wat kost brood gemiddeld?</al></vraag>
<antwoord><nr>Antwoord 2</nr><al>Twee euro.</al><al>Dat stijgt.</al></antwoord>
</kamervragen></officiele-publicatie>"""

PROCEEDINGS = """
<officiele-publicatie>
 <metadata>
  <meta content="https://zoek.officielebekendmakingen.nl/h-tk-20202021-4-9/metadata.xml"
        name="OVERHEIDop.externMetadataRecord" scheme=""/>
 </metadata>
 <handelingen>
  <agendapunt>
   <nr>
    9
   </nr>
   <item-titel>
    Molens
   </item-titel>
   <spreekbeurt nieuw="ja">
    <spreker>
     <voorvoegsels>
      Mevrouw
     </voorvoegsels>
     <naam>
      <achternaam>
       De Boer
      </achternaam>
     </naam>
     (
     <politiek>
      XYZ
     </politiek>
     ):
    </spreker>
    <tekst status="goed">
     <al-groep>
      <al>
       Een molen van 70m
       <sup>
        2
       </sup>
       is genoeg (
       <extref doc="kst-1-2" soort="document">
        12345
       </extref>
       , nr. 6).
      </al>
     </al-groep>
     <motie id="M-1">
      <kop>
       <titel>
        Motie
       </titel>
      </kop>
      <al>
       verzoekt de regering molens te bouwen,
      </al>
      <motie-info>
       <spreker>
        De voorzitter:
       </spreker>
       <al>
        Deze motie is voorgesteld door het lid De Boer.
       </al>
      </motie-info>
     </motie>
     <al-groep>
      <al>
       Tot zover.
      </al>
     </al-groep>
    </tekst>
   </spreekbeurt>
   <tekst status="goed">
    <al-groep>
     <al>
      De beraadslaging wordt gesloten.
     </al>
    </al-groep>
   </tekst>
  </agendapunt>
 </handelingen>
</officiele-publicatie>"""


def read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    document = load_xml(data, "stuk.xml", "stuk", "0" * 64)
    ledger(document)  # raises where a character has no role or two
    return document


def titles(document: Document) -> list[tuple[int, str | None]]:
    return [(section.level, section.title) for section in document.sections]


def test_a_parliamentary_paper_keeps_its_headings_with_their_depth():
    assert titles(read(PAPER)) == [
        (1, "31 239 Duurzame energie"),
        (2, "Nr. 185 BRIEF VAN DE MINISTER"),
        (3, "1. Inleiding"),
        (4, "Kosten"),
        (3, "Bijlage"),
        (4, "Artikel 1"),
    ]


def test_a_parliamentary_paper_keeps_paragraphs_items_rows_and_signature():
    document = read(PAPER)
    assert [(p.kind.value, p.text) for p in document.paragraphs] == [
        ("body", "Den Haag, 3 maart 2021"),
        ("body", "Hierbij bied ik u het rapport aan."),
        ("body", "Er staan veel molens. Dat blijft zo."),
        ("list item", "a. op zee;"),
        ("list item", "b. op land:"),
        ("list item", "– in het bos."),
        ("body", "Molens per jaar"),
        ("table row", "2019 412"),
        ("signature", "De Minister van Energie, A.B. de Wind"),
        ("body", "2. Molens draaien."),
    ]
    row = document.paragraphs[7]
    assert row.context == "Molens per jaar · Jaar · Aantal"
    assert document.section_path(row.section)[-1] == "Kosten"
    assert [document.text[slice(*span)] for span in document.furniture] == [
        "Vergaderjaar 2020-2021",
        "Jaar\tAantal",
    ]


def test_an_element_is_found_by_its_id_or_else_by_a_short_path():
    locators = {p.text: p.locator for p in read(PAPER).paragraphs}
    assert locators["Er staan veel molens. Dat blijft zo."] == "a7"
    assert locators["2019 412"] == "divisie 1/table 1/row 2"
    assert locators["2. Molens draaien."] == "bijlage 1/artikel 1/lid 1/al 1"


def test_a_note_is_linked_to_every_place_that_refers_to_it():
    document = read(PAPER)
    (note,) = document.footnotes
    assert (note.marker, note.text, note.locator) == ("1", "Zie het jaarverslag.", "n1")
    text = document.paragraphs[2].text
    assert [text[: reference.at] for reference in note.referred_from] == [
        "Er staan veel molens",
        "Er staan veel molens. Dat blijft zo.",
    ]


def test_what_a_paper_says_of_itself_is_read_with_its_span_where_it_stands_in_the_text():
    document = read(PAPER)
    said = document.metadata
    assert said.title is not None and said.title.value == "Brief over windmolens"
    assert (said.title.span, said.title.origin) == (None, "metadata")
    assert said.date is not None and said.date.value == "2021-03-03"
    assert said.date.span and document.text[slice(*said.date.span)] == "3 maart 2021"
    assert said.reference is not None and said.reference.value == "31 239, nr. 185"
    assert said.recipient is not None and said.recipient.value == "Tweede Kamer"
    assert said.sender is not None and said.sender.value == "De Minister van Energie"
    assert said.signatory is not None and said.signatory.value == "A.B. de Wind"
    assert said.signatory.span and document.text[slice(*said.signatory.span)] == "A.B. de Wind"


def test_questions_are_no_answers_and_answers_are_found_by_their_question(tmp_path):
    file = tmp_path / "vragen.xml"
    file.write_text(QUESTIONS, encoding="utf-8")
    document = load(file, "vragen")
    rows = [(p.kind, p.text, p.context, p.locator) for p in document.paragraphs[1:]]
    assert rows == [
        (ParagraphKind.QUESTION, "Kent u het bericht?", "", "vraag 1/al 1"),
        (ParagraphKind.BODY, "Ja.", "Kent u het bericht?", "antwoord 1/al 1"),
        (ParagraphKind.QUESTION, "Wat kost brood gemiddeld?", "", "vraag 2/al 1"),
        (ParagraphKind.BODY, "Twee euro.", "Wat kost brood gemiddeld?", "antwoord 2/al 1"),
        (ParagraphKind.BODY, "Dat stijgt.", "Wat kost brood gemiddeld?", "antwoord 2/al 2"),
    ]


def test_questions_say_their_subject_their_number_and_when_they_were_answered():
    said = read(QUESTIONS).metadata
    assert said.title is not None and said.title.value == "de prijs van brood"
    assert said.date is not None and said.date.value == "2020-11-11"
    assert said.reference is not None
    assert said.reference.value == "Aanhangsel Handelingen II 2020/21, nr. 708"


def test_what_is_said_in_parliament_stands_under_its_speaker():
    document = read(PROCEEDINGS)
    said = [(document.section_path(p.section)[1:], p.text) for p in document.paragraphs]
    speaker = "Mevrouw De Boer (XYZ):"
    assert said == [
        ((speaker,), "Een molen van 70m2 is genoeg (12345, nr. 6)."),
        ((speaker, "Motie"), "verzoekt de regering molens te bouwen,"),
        (
            (speaker, "Motie", "De voorzitter:"),
            "Deze motie is voorgesteld door het lid De Boer.",
        ),
        ((speaker,), "Tot zover."),
        ((), "De beraadslaging wordt gesloten."),
    ]
    motion = document.paragraphs[1]
    assert motion.context == "Deze motie is voorgesteld door het lid De Boer."
    assert motion.locator == "M-1/al 1"
    assert document.metadata.reference is not None
    assert document.metadata.reference.value == "h-tk-20202021-4-9"


def test_a_file_that_was_encoded_twice_is_read_as_it_was_meant():
    twice = ("\ufeff" + PAPER.replace("de Wind", "Kröger")).encode().decode("latin-1").encode()
    document = read(twice)
    assert document.encoding == "UTF-8, encoded twice"
    assert document.paragraphs[8].text == "De Minister van Energie, A.B. Kröger"


def test_other_xml_is_read_where_it_holds_text():
    document = read(
        "<boek><title>De molen</title><p>Een molen maalt het graan van de boeren in het dorp."
        "</p><p>De wind <i>draait</i> de wieken, en de wieken draaien de stenen.</p></boek>"
    )
    assert [p.text for p in document.paragraphs] == [
        "Een molen maalt het graan van de boeren in het dorp.",
        "De wind draait de wieken, en de wieken draaien de stenen.",
    ]
    assert document.sections[0].title == "De molen"


BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<officiele-publicatie><al>&c;</al></officiele-publicatie>"
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    "<officiele-publicatie><al>Gastheer: &a;</al></officiele-publicatie>"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_file"),
        ("<officiele-publicatie><al>Half", "malformed_xml"),
        ("Geen XML.", "malformed_xml"),
        (BILLION_LAUGHS, "xml_entities"),
        (OUTSIDE, "xml_entities"),
        ("<a>" * 5000 + "diep" + "</a>" * 5000, "malformed_xml"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><text>As</text></svg>', "unknown_format"),
        ("<prijzen><prijs>1</prijs><prijs>2</prijs></prijzen>", "unknown_format"),
        ("<officiele-publicatie><metadata/></officiele-publicatie>", "no_paragraph"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(text, code):
    with pytest.raises(AlineaError) as refused:
        read(text)
    assert refused.value.code == code
    assert "\n" not in refused.value.message


def test_an_unknown_kind_of_xml_is_named():
    with pytest.raises(AlineaError, match=r"<svg> of http://www\.w3\.org/2000/svg"):
        read('<svg xmlns="http://www.w3.org/2000/svg"><text>As</text></svg>')


NAMES = st.sampled_from(
    "al al-groep lijst li li.nr lid table tgroup thead tbody row entry noot noot.nr noot.al nootref "
    "kop titel nr divisie stuk dossier vraag antwoord spreekbeurt spreker motie motie-info nadruk "
    "sup ondertekening naam tussenkop tekst onbekend".split()
)
TREES = st.recursive(
    st.text("ab1., :()\n\t&;é", max_size=12).map(
        lambda s: s.replace("&", "&amp;") if s else "woord"
    ),
    lambda inner: st.tuples(NAMES, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]} id='n' refid='n'>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_any_arrangement_of_the_elements_loses_and_doubles_no_word(tree):
    words = "".join("".join(part.split(">")[-1] for part in tree.split("<")).split())
    try:
        document = read(f"<officiele-publicatie><stuk>{tree}</stuk></officiele-publicatie>")
    except AlineaError as error:
        assert error.code == "no_paragraph"
        return
    assert sorted("".join(document.text.split())) == sorted(words.replace("&amp;", "&"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400), st.sampled_from([PAPER, PROCEEDINGS]))
def test_broken_files_are_refused_and_never_crash(junk, at, whole):
    data = whole.encode()
    try:
        read(data[: at * 5] + junk + data[at * 5 :])
    except AlineaError as error:
        assert error.message.endswith(".")


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared documents are not here")
def test_the_six_proceedings_load_with_their_speakers():
    documents = {f.stem: load(f, f.stem) for f in sorted(DOCUMENTS.glob("*.xml"))}
    assert [len(d.paragraphs) for d in documents.values()] == [6, 2, 28, 1, 77, 188]
    for document in documents.values():
        ledger(document)
    speakers = {s.title for s in documents["h-tk-20172018-70-9"].sections}
    assert "Mevrouw Kröger (GroenLinks):" in speakers
