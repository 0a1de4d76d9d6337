"""Abbreviations are learned from the texts and work both ways."""

import pytest
from encoders import WordEncoder

from qa import Index
from qa.analysis import Analyser, Parts
from qa.analysis.abbreviations import Pair, find_pairs


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("binnen de Europese Unie (hierna EU) is", "EU", "Europese Unie"),
        ("De Europese Commissie (hierna: EC) zegt", "EC", "Europese Commissie"),
        ("the European Labour Authority (ELA). De", "ELA", "European Labour Authority"),
        (
            "het Breed Offensief Tegen Ondermijnende Criminaliteit (BOTOC).",
            "BOTOC",
            "Breed Offensief Tegen Ondermijnende Criminaliteit",
        ),
        (
            "the European Multidisciplinary Platform Against Criminal Threats (Empact-THB)",
            "Empact-THB",
            "European Multidisciplinary Platform Against Criminal Threats",
        ),
        ("de Commissie Bijzondere Waterstaat (hierna genoemd CBW)", "CBW", None),
        ("BKT (Bureau Kustwacht Terschelling) vaart", "BKT", "Bureau Kustwacht Terschelling"),
        ("Wet langdurige zorg (Wlz)", "Wlz", "Wet langdurige zorg"),
        ("niet-gouvernementele organisaties (ngo's)", "ngo", "niet-gouvernementele organisaties"),
        ("de Stichting Opvang Noord (hierna: de stichting)", "stichting", "Stichting Opvang Noord"),
        ("the Harbour Safety Board (hereinafter: the Board)", "Board", None),
        (
            "de Nationaal Rapporteur Mensenhandel (hierna Nationaal Rapporteur)",
            "Nationaal Rapporteur",
            "Nationaal Rapporteur Mensenhandel",
        ),
    ],
)
def test_what_a_text_explains_is_learned(text, short, long):
    (pair,) = find_pairs(text)
    assert pair.short == short
    if long:
        assert pair.long == long


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "De Vereniging van Nederlandse Gemeenten (VNG) werkt samen",
            "VNG",
            "Vereniging van Nederlandse Gemeenten",
        ),
        ("de Europese Economische Ruimte (EER)", "EER", "Europese Economische Ruimte"),
        ("de Economische en Monetaire Unie (EMU)", "EMU", "Economische en Monetaire Unie"),
        ("the European Economic Area (EEA)", "EEA", "European Economic Area"),
        ("een Vereniging van Eigenaren (VvE)", "VvE", "Vereniging van Eigenaren"),
        (
            "het Expertisecentrum Mensenhandel en Mensensmokkel (EMM)",
            "EMM",
            "Expertisecentrum Mensenhandel en Mensensmokkel",
        ),
    ],
)
def test_small_words_and_equal_letters_cut_no_name_short(text, short, long):
    assert [(pair.short, pair.long) for pair in find_pairs(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "de vragen van het lid Yeşilgöz (VVD) over opvang",
        "de leden Öztürk en Kuzu (DENK)",
        "de motie van het lid Van Wijngaarden (VVD)",
    ],
)
def test_a_members_party_is_no_abbreviation_of_the_member(text):
    assert find_pairs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "een meerderheid mannen (68%).",
        "de agrarische sector (inclusief seizoensarbeid), de bouw",
        "al een aantal jaar (2014–2018) de grootste",
        "andere vormen van mensenhandel (dan seksuele uitbuiting). Dit",
        "(EU) 2016/679",
        "Op de kade (ZXQ) staat",
    ],
)
def test_other_brackets_explain_nothing(text):
    assert find_pairs(text) == []


# Two documents with abbreviations made up here; each is explained once, in one of them.
FIRST = """Haven

Het Bureau Kade en Ligplaats (BKL) wijst de plaatsen aan.

In de winter sluit het BKL de noordelijke steiger.

De raad vergadert elke dinsdag over de begroting.
"""
SECOND = """Water

De Zuidelijke Vaart Dienst (hierna: ZVD) meet het peil.

Bij storm waarschuwt de Zuidelijke Vaart Dienst alle schippers.

Over de tarieven beslist het Bureau Kade en Ligplaats in maart.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "haven.txt").write_text(FIRST, "utf-8")
    (folder / "water.txt").write_text(SECOND, "utf-8")
    files = [folder / "haven.txt", folder / "water.txt"]
    return Index.build(files, folder / "index", WordEncoder())


def found(index, question):
    return {hit.id for hit in index.search(question) if hit.scores.bm25 > 0}


def test_a_question_with_the_abbreviation_finds_the_long_form(harbour):
    assert found(harbour, "ZVD") == {"water#p1", "water#p2"}
    assert harbour.search("Wie waarschuwt bij storm, de ZVD?", k=1)[0].id == "water#p2"


def test_a_question_with_the_long_form_finds_the_abbreviation(harbour):
    asked = "Wat sluit in de winter het Bureau Kade en Ligplaats?"
    assert harbour.search(asked, k=1)[0].id == "haven#p2"
    assert found(harbour, "Bureau Kade en Ligplaats") == {"haven#p1", "haven#p2", "water#p3"}


def test_an_abbreviation_works_in_a_document_that_does_not_explain_it(harbour):
    assert found(harbour, "Welke tarieven heeft het BKL?") == {"haven#p1", "haven#p2", "water#p3"}


def test_the_two_forms_weigh_the_same(harbour):
    short = {hit.id: hit.scores.bm25 for hit in harbour.search("ZVD")}
    assert short["water#p1"] > 0
    assert short["water#p2"] > 0


def test_documents_that_do_not_agree_keep_their_own_meaning():
    analyser = Analyser(
        [
            (0, "De Nationale Oever Kring (NOK) bouwt.", "nl"),
            (1, "Het Noordelijk Overleg Kust (NOK) praat.", "nl"),
        ]
    )
    assert analyser.document_terms("NOK", "nl", 0) == ["nok", "nationaal", "oever", "kring"]
    assert analyser.document_terms("NOK", "nl", 1) == ["nok", "noordelijk", "overleg", "kust"]
    assert analyser.document_terms("NOK", "nl", 2) == ["nok"]


def test_an_abbreviation_that_is_a_stop_word_in_small_letters():
    analyser = Analyser([(0, "The World Harbour Organisation (WHO) met.", "en")])
    assert analyser.question_terms("What did the WHO decide?", "en", "en") == ["decid", "who"]
    long = "the World Harbour Organisation"
    assert "who" in analyser.document_terms(long, "en", 0)
    assert "who" not in analyser.document_terms("a man who ran", "en", 0)


def test_they_can_be_switched_off():
    off = Analyser([(0, "De Europese Commissie (hierna EC)", "nl")], Parts(abbreviations=False))
    assert off.document_terms("De EC", "nl", 0) == ["ec"]


def test_the_letter(letter_index):
    asked = "Wat doet de Europese Arbeidsautoriteit, the European Labour Authority?"
    assert "kamerbrief-mensenhandel#p7" in {
        hit.id for hit in letter_index.search(asked, k=37) if hit.scores.bm25 > 0
    }


def test_what_two_documents_explain_is_known_in_both():
    analyser = Analyser(
        [
            (0, "De Groene Dijk Unie (GDU) bouwt.", "nl"),
            (1, "De Groene Haven Raad (GHR) praat met de GDU.", "nl"),
        ]
    )
    assert analyser.document_terms("de Groene Dijk Unie", "nl", 1)[-1] == "gdu"
    assert analyser.document_terms("de Groene Haven Raad", "nl", 1)[-1] == "ghr"


def test_another_spelling_of_an_abbreviation_is_known():
    text = "het Overleg Maritieme Praktijken Almere Centrum (Ompac-DRV)"
    analyser = Analyser([(0, text, "nl")])
    assert "maritiem" in " ".join(analyser.document_terms("OMPAC DRV", "nl", 0))
    assert analyser.document_terms("ompac", "nl", 0) == ["ompac"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("de Verkenning (VTV(Volksgezondheid Toekomst Verkenning)) uit 2010",
         Pair("VTV", "Volksgezondheid Toekomst Verkenning")),
        ("het ‘Centraal Bureau voor de Statistiek’ (CBS) meldt",
         Pair("CBS", "Centraal Bureau voor de Statistiek")),
        ("een exportkredietverzekering (ekv) tekenen",
         Pair("ekv", "exportkredietverzekering")),
        ("de vennootschapsbelasting (vpb) daalt", Pair("vpb", "vennootschapsbelasting")),
    ],
)  # fmt: skip
def test_it_learns_from_nested_brackets_single_quotes_and_compounds(text: str, pair: Pair) -> None:
    assert find_pairs(text) == [pair]


def test_a_small_word_in_brackets_is_no_abbreviation_of_the_word_before_it() -> None:
    assert find_pairs("de universiteit (uit) en deskundigen (dus) en gemeentelijke (zie)") == []


def test_a_name_begins_with_a_capital_with_or_without_an_accent() -> None:
    assert find_pairs("de École Nationale (hierna: Foo)") == [Pair("Foo", "École Nationale")]
    assert find_pairs("de Şirket Łódź (hierna: Foo)") == [Pair("Foo", "Şirket Łódź")]
    assert find_pairs("de école Nationale (hierna: Foo)") == []
    assert find_pairs("de öffentliche Kasse Nord (hierna: Foo)") == [Pair("Foo", "Kasse Nord")]
    assert find_pairs("de Raad voor de Kust (hierna: Foo)") == [Pair("Foo", "Raad voor de Kust")]
    assert find_pairs("the League against Noise (hereinafter: Foo)") == [
        Pair("Foo", "League against Noise")
    ]
