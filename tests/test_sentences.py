"""Sentences of Dutch official prose, and the traps in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.sentences import split_sentences


def sentences(text, language="nl"):
    return [text[start:end] for start, end in split_sentences(text, language)]


SPLIT = {
    "jl. before a capital": ["Dat was op 20 oktober jl.", "De Kamer vroeg om meer."],
    "jl. and the mark's dot": ["Dat was op 18 oktober jl..", "In de reactie staat meer."],
    "a.s. before a capital": ["Dit begint op 1 januari a.s.", "Daarna volgt meer."],
    "enz. before a capital": ["Het gaat om opvang, geld enz.", "De rest volgt."],
    "nr. and a number": ["Zie Kamerstuk 28 638, nr. 185.", "En nr. 12 ook."],
    "blz. and a number": ["PB 101 van 15.4.2011, blz. 1.", "Meer op blz. 3."],
    "initial": ["De Staatssecretaris A. Broekers-Knol schreef dit.", "Zij tekende."],
    "initials": ["Minister J.P. Balkenende schreef dit.", "Hij tekende."],
    "titles": ["Prof. dr. M. de Vries sprak.", "Mr. Jansen ook."],
    "o.a. before a capital": ["De EU werkt mee, o.a. Nederland.", "De rest volgt."],
    "bracket": ["Zo is er het offensief (BOTOC).", "Zo start het centrum."],
    "quote that ends": ["Hij zei: «Dit is nodig.»", "De Kamer stemde in."],
    "curly quote that ends": ["Zij zei: “Ik weet het niet.”", "Daarna ging zij weg."],
    "decimals": ["Het kost 3.5 miljoen en 14.145 plaatsen.", "Dat is 2,5 procent."],
    "grouped number": ["Het waren er 20 532 in 2015.", "In 2016 meer.", "26 268 in 2017."],
    "year": ["Het waren er meer in 2017 en 2018.", "Bijna vijfenzeventig procent is vrouw."],
    "question": ["Is dat zo?", "Ja!", "Dat is zo."],
    "acronym": ["Dit is een taak van de IND.", "Zij doet dat ook in de VS.", "Dat helpt."],
    "sentence in brackets": ["(Zie ook bijlage 2.)", "De rest volgt."],
    "enumerator": ["1. Tekst van het eerste punt.", "Meer tekst."],
    "letter as enumerator": ["a) De tekst van een punt.", "Meer tekst."],
    "bracketed mark": ["Dat is zo.[2 ]", "Op 25 mei jl.[6] was er meer. [4, 5 ]", "De rest volgt."],
    "site": ["Zie rijksoverheid.nl.", "Daar staat meer."],
    "quote mark that nothing opens": ["Hij zei «[dat] mag niet». »", "Het is dicht.", "Dat is zo."],
    "bullets": ["Wij doen dit:", "• De opvang gaat dicht.", "Dat is goed.", "• Het geld komt."],
    "numbers in a row": ["Het plan:", "1. De opvang gaat dicht.", "2. Het geld komt."],
    "letters in a row": ["Het plan:", "a) De opvang gaat dicht.", "b) Het geld komt."],
    "Code": ["Dat staat in artikel 139h Sr.", "Zoals bekend geldt dat."],
    "amount before an article": ["Dat kost 5 mln.", "De minister betaalt 3 mld.", "Dat is veel."],
    "reference before an article": ["Zie uw ref.", "Het dossiernr.", "De rest volgt."],
    "town and initial": ["Zij woont in Goes.", "P. Smit ook."],
    "Code and letter": ["Dat staat in de Awb.", "A. De aanvraag volgt."],
    "enumerator in brackets": ["(1) De tekst van een punt.", "Meer tekst."],
    "amount with its currency": ["Dat is € 68,9 mln.", "Ongeveer drie op de vijf betalen dat."],
    "word that looks short": ["De trein is vol.", "De reis duurt lang."],
    "word that looks short before a noun": ["Het doel is nog ver.", "Gemeenten werken eraan."],
    "acronym in small letters": ["Zij gaan met het ov.", "Reizigers zijn blij."],
    "unit": ["Dat kost 3 euro per kg.", "Boeren betalen het."],
    "ratio": ["Men mag er 30 km/u.", "De boete is hoog.", "Er is 5 mg/l.", "Boeren weten dat."],
    "letter of an annex": ["Zie bijlage A.", "De raad zegt dat.", "Wij kiezen plan B.", "Het kan."],
    "letter of a class": ["Dit valt in risicocategorie B.", "Gemeenten betalen."],
    "company": ["Dat bouwt Staal N.V.", "Het werk begint.", "Dat doet Van Dam B.V.", "Zij wil."],
    "bullet and a short word": ["Kijk:", "• Dat is de rol.", "Er is geld.", "• Dat kan ook."],
}


@pytest.mark.parametrize("expected", SPLIT.values(), ids=SPLIT)
def test_sentences_end_where_a_reader_ends_them(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De Commissie heeft op 20 oktober jl. haar derde verslag uitgebracht.",
        "Op 5 nov. 2020 is het rapport verschenen, zie NRC, 12 jan. 2021.",
        "De uitspraak (zaaknr. 12) en dossiernr. 44 zijn bekend.",
        "Dat kost 4,2 miljoen euro excl. BTW c.q. Heffing op de begroting.",
        "De vragen d.d. 6 november jl. over het bericht zijn beantwoord.",
        "Dat gaat o.a. om opvang, m.n. in de steden, d.w.z. niet erbuiten.",
        "Het bericht «Forse stijging. Meer slachtoffers» is bekend.",
        "Dat geldt voor art. 3 en Art. 5 van de wet.",
        "De heer Jansen c.s. vroeg om cijfers.",
        "Opvang, geld, enz. en meer.",
        "Het gaat om de bouw (o.a.) De Bilt en omstreken",
        "1. Tekst",
        "De tekst luidt: «De minister is weg. De rest volgt. Dat is zo.»",
        "Zie de brief van 12 september jl.[11], waarin het staat.",
        "Het gaat om drie zaken: (1) de opvang; (2) het geld; (3) de zorg.",
        "Stcrt. 2019, nr. 12.",
        "De directeur Th.C. de Graaf leidt, Th. Bijleveld en Th. C. de Vries niet.",
        "De heer drs. Joh. P. Smit, Minister Ph. J. de Vries en Jac. P. Thijsse spraken.",
        "Mevrouw A.Th.B. Bijleveld, A.Th. B. Bijleveld en J.Th.J. van den Berg spraken.",
        "Ongeveer 5 mln. Nederlanders betalen 3 mln. (prijspeil 2019) of 6 pct. BTW.",
        "Uw brief met kenm. 2020Z01234 en ref. ABC-77 is er (dossiernr. XY12, zaaknr. A3).",
        "Dat staat in hfdst. IV en geldt a.b.i. Artikel 5 van de wet.",
        "Zie https://www.zeeland.nl/files/rapport.Definitief.pdf of zeeland.nl/a.De.Nota.pdf nu.",
        "Het is in ASP.Net gemaakt.",
        "De motie-Segers c.s. (Kamerstuk 28 638, nr. 150) verzoekt de regering dit te doen.",
        "Dat staat in mijn brief van 3 mei jl. (Kamerstuk 31 305, nr. 5), waarin het staat.",
        "Dat staat in mijn brief van 3 mei jl. [Kamerstuk 31 305 e.v.] en elders.",
        "Zie A. De Vries, P. Van Pul, vol. II van het werk en J. Broekers-Knol.",
        "Het gaat om drie zaken: A. Het geld; B. Het werk; C. Hun zorg.",
        "Het bericht «De trein is vol. Zij wachten» is bekend.",
        "Verwezen zij naar vol. 3, de N.V. Luchthaven Schiphol en het Europa van nu.",
        "zonder punt",
    ],
)
def test_no_sentence_ends_within(text):
    assert sentences(text) == [text]


def test_english_has_abbreviations_of_its_own():
    assert sentences("See art. 3 of the Act. Mr. Smith signed it, e.g. Part I.", "en") == [
        "See art. 3 of the Act.",
        "Mr. Smith signed it, e.g. Part I.",
    ]


def test_an_english_letter_ends_a_sentence_where_no_name_goes_on():
    assert sentences("See annex A. Farmers pay. It is in the U.S. The rest follows.", "en") == [
        "See annex A.",
        "Farmers pay.",
        "It is in the U.S.",
        "The rest follows.",
    ]
    assert sentences("That is what T. May and J. Will said.", "en") == [
        "That is what T. May and J. Will said."
    ]


def test_a_sentence_in_brackets_stands_alone_after_a_short_form():
    assert sentences("Dat was op 3 mei jl. (Zie bijlage 2.) De rest volgt.") == [
        "Dat was op 3 mei jl.",
        "(Zie bijlage 2.)",
        "De rest volgt.",
    ]


def test_a_sentence_may_end_without_a_blank():
    text = "De opvang gaat dicht.Dat is een taak van de EU.De rest volgt."
    assert sentences(text) == [
        "De opvang gaat dicht.",
        "Dat is een taak van de EU.",
        "De rest volgt.",
    ]


def test_nothing_has_no_sentence():
    assert sentences("") == []
    assert sentences(" \n ") == []


@pytest.mark.parametrize(
    ("text", "count", "last"),
    [
        pytest.param("Jan Piet Klaas " * 8000, 1, "Jan Piet Klaas", id="capitals"),
        pytest.param(f"{'x' * 20000} En dan komt meer. Zo is het.", 2, "Zo is het.", id="token"),
        pytest.param(f"Het begin.{' ' * 20000}En het eind.", 2, "En het eind.", id="blanks"),
        pytest.param("Dat is 5 mln. (Zie dit en " * 2000, 1, "(Zie dit en", id="open brackets"),
        pytest.param('" Dat is goed. ' * 3000, 3000, "Dat is goed.", id="quote marks"),
    ],
)
def test_a_long_text_is_split_as_a_short_one(text, count, last):
    found = sentences(text)
    assert len(found) == count
    assert found[-1].endswith(last)


TOKENS = ["De", "EU", "jl.", "nr.", "3", "A.", "opvang", "is.", "«Zo", "is»", "(o.a.)", "1)", "?"]


@given(st.lists(st.sampled_from(TOKENS), max_size=20).map(" ".join) | st.text(max_size=60))
def test_sentences_are_in_order_and_leave_out_only_blanks(text):
    position = 0
    for start, end in split_sentences(text, "nl"):
        assert start < end
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""
