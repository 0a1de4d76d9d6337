"""References to official documents: what is found, and where it leads."""

import pytest
from letters import parse

from qa.references import find_references
from qa.references.resolve import Target, identify, official_address, references_to, resolve

PUBLICATIONS = "https://zoek.officielebekendmakingen.nl/"
EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="


def found(text):
    """Kind, identifier and printed text of each reference in a paragraph."""
    references = find_references(parse(f"Zie hierover {text} en verder.\n"))
    return [(r.kind.value, r.identifier, r.text) for r in references]


@pytest.mark.parametrize(
    ("printed", "kind", "identifier", "address"),
    [
        ("Kamerstuk 28 638, nr. 185", "kamerstuk", "kst-28638-185", "+"),
        ("Kamerstukken II 2019/20, 28638, nr. 176", "kamerstuk", "kst-28638-176", "+"),
        ("Kamerstuk 29 911, nr. 254, bijlage", "kamerstuk", "kst-29911-254", "+"),
        ("Kamerstuk II 28286, nr. 1056", "kamerstuk", "kst-28286-1056", "+"),
        ("Kamerstuk 35 925 XVI, nr. 12", "kamerstuk", "kst-35925-XVI-12", "+"),
        ("Kamerstukken II 2021/22, 35 925 A, nr. 5", "kamerstuk", "kst-35925-A-5", "+"),
        ("Kamerstukken II 2022/23, 36 200 J, nr. 5", "kamerstuk", "kst-36200-J-5", "+"),
        ("36 200 J, nr. 5", "kamerstuk", "kst-36200-J-5", "+"),
        ("36 200 K, nr. 5", "kamerstuk", "kst-36200-K-5", "+"),
        ("Kamerstuk 35 570 IXB, nr. 3", "kamerstuk", "kst-35570-IXB-3", "+"),
        ("Kamerstuk 35 570 IIB, nr. 3", "kamerstuk", "kst-35570-IIB-3", "+"),
        ("kst-35570-IXB-3", "kamerstuk", "kst-35570-IXB-3", "+"),
        ("kst-36200-J-5", "kamerstuk", "kst-36200-J-5", "+"),
        ("Kamerstukken I 2019/20, 35300, nr. C", "kamerstuk", "kst-35300-C", "+"),
        ("Kamerstuk 21 501-02, nr. 2345", "kamerstuk", "kst-21501-02-2345", "+"),
        ("28 638, nr. 185", "kamerstuk", "kst-28638-185", "+"),
        ("kst-28638-185", "kamerstuk", "kst-28638-185", "+"),
        ("Kamerstukken II 1988/89, 21 221, nr. 3", "kamerstuk", "kst-21221-3", None),
        ("Aanhangsel Handelingen II 2020/21, nr. 708", "aanhangsel", "ah-tk-20202021-708", "+"),
        (
            "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 594",
            "aanhangsel",
            "ah-tk-20232024-594",
            "+",
        ),
        ("Handelingen II 2017/18, nr. 70, item 8", "handelingen", "h-tk-20172018-70-8", "+"),
        ("Handelingen II 2017/18, nr. 70", "handelingen", "h-tk-20172018-70", None),
        ("Handelingen II 2019/20, 45-8-12", "handelingen", "h-tk-20192020-45-8", "+"),
        ("Handelingen II 2019/20, nr. 45-8-12", "handelingen", "h-tk-20192020-45-8", "+"),
        ("Stcrt. 2020, 12345", "staatscourant", "stcrt-2020-12345", "+"),
        ("Staatscourant 2020, nr. 12345", "staatscourant", "stcrt-2020-12345", "+"),
        ("Stcrt. 1998, 45", "staatscourant", "stcrt-1998-45", None),
        ("Stb. 2019, 123", "staatsblad", "stb-2019-123", "+"),
        ("Staatsblad nr. 123 van 2019", "staatsblad", "stb-2019-123", "+"),
        ("Trb. 2006, 99", "tractatenblad", "trb-2006-99", "+"),
    ],
)
def test_dutch_publications(printed, kind, identifier, address):
    assert found(printed) == [(kind, identifier, printed)]
    reference = find_references(parse(f"Zie {printed} en verder.\n"))[0]
    expected = f"{PUBLICATIONS}{identifier}.html" if address else None
    assert official_address(reference) == expected


@pytest.mark.parametrize(
    ("printed", "identifier", "address"),
    [
        ("Kamerstuk 28 638", "28638", f"{PUBLICATIONS}dossier/28638"),
        ("Richtlijn 2011/36/EU", "32011L0036", f"{EUR_LEX}CELEX:32011L0036"),
        ("Directive 2011/36/EU", "32011L0036", f"{EUR_LEX}CELEX:32011L0036"),
        ("Richtlijn 95/46/EG", "31995L0046", f"{EUR_LEX}CELEX:31995L0046"),
        ("Richtlijn (EU) 2018/843", "32018L0843", f"{EUR_LEX}CELEX:32018L0843"),
        ("Verordening (EU) 2016/679", "32016R0679", f"{EUR_LEX}CELEX:32016R0679"),
        ("Verordening (EU) 2018/1999", "32018R1999", f"{EUR_LEX}CELEX:32018R1999"),
        ("Verordening (EU) nr. 910/2014", "32014R0910", f"{EUR_LEX}CELEX:32014R0910"),
        ("Verordening (EG) nr. 1107/2009", "32009R1107", f"{EUR_LEX}CELEX:32009R1107"),
        ("Kaderbesluit 2002/584/JBZ", "32002F0584", f"{EUR_LEX}CELEX:32002F0584"),
        ("CELEX:32011L0036", "32011L0036", f"{EUR_LEX}CELEX:32011L0036"),
        ("2011/36/EU", "2011/36/EU", None),  # a directive or a decision
        (  # of the L or the C series
            "PB 101 van 15.4.2011",
            "pb-20110415-101",
            "https://eur-lex.europa.eu/oj/daily-view/L-series/default.html?ojDate=15042011",
        ),
        ("PB L 101 van 15.4.2011", "pb-2011-l-101", f"{EUR_LEX}OJ:L:2011:101:TOC"),
        ("PbEU 2011, L 101", "pb-2011-l-101", f"{EUR_LEX}OJ:L:2011:101:TOC"),
        ("COM(2020) 661", "COM(2020) 661", f"{EUR_LEX}COM:2020:661:FIN"),
        (
            "ECLI:NL:HR:2019:123",
            "ECLI:NL:HR:2019:123",
            "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2019:123",
        ),
    ],
)
def test_other_documents(printed, identifier, address):
    reference, *others = find_references(parse(f"Zie {printed} en verder.\n"))
    assert (reference.identifier, reference.text, others) == (identifier, printed, [])
    assert official_address(reference) == address


def test_an_act_is_a_directive_where_the_document_calls_it_one_elsewhere():
    assert found("2011/36/EU en 2011/37/EU. Dat is Richtlijn 2011/36/EU") == [
        ("eu act", "32011L0036", "2011/36/EU"),
        ("eu act", "2011/37/EU", "2011/37/EU"),
        ("eu act", "32011L0036", "Richtlijn 2011/36/EU"),
    ]


def test_several_numbers_are_several_references():
    assert found("Kamerstuk 28 638, nrs. 176, 177 en 180") == [
        ("kamerstuk", "kst-28638-176", "Kamerstuk 28 638, nrs. 176"),
        ("kamerstuk", "kst-28638-177", "177"),
        ("kamerstuk", "kst-28638-180", "180"),
    ]
    assert [row[1] for row in found("Kamerstuk 28 638, nr. 183 en 29 911, nr. 4")] == [
        "kst-28638-183",
        "kst-29911-4",
    ]
    assert found("Aanhangsel Handelingen II 2020/21, nrs. 708, 709 en 712") == [
        ("aanhangsel", "ah-tk-20202021-708", "Aanhangsel Handelingen II 2020/21, nrs. 708"),
        ("aanhangsel", "ah-tk-20202021-709", "709"),
        ("aanhangsel", "ah-tk-20202021-712", "712"),
    ]


@pytest.mark.parametrize(
    ("after", "numbers"),
    [
        ("en 709", ["708", "709"]),
        ("en 709.", ["708", "709"]),
        ("en nr. 12", ["708", "12"]),
        ("en 800 vragen", ["708"]),
        ("en 2021", ["708"]),
        ("en 12", ["708"]),
        (", 709", ["708"]),
    ],
)
def test_a_number_after_the_word_for_one_is_a_number_where_that_is_clear(after, numbers):
    printed = f"Aanhangsel Handelingen II 2020/21, nr. 708 {after}"
    assert [row[1] for row in found(printed)] == [f"ah-tk-20202021-{n}" for n in numbers]


@pytest.mark.parametrize(
    "text",
    [
        "13461 in 2015 naar 14 145 in 2017, dus 20 532 in 2018",
        "Postbus 20301, 2500 EH, telefoon 070 426 64 26",
        "de Handelingen van 2019/20",
        "24/7 bereikbaar, in 2019/20",
        "Aanhangsel Handelingen II 2020/25, nr. 7",
        "Handelingen II 2019/20, 12-3-2020",
    ],
)
def test_other_numbers_are_no_references(text):
    assert found(text) == []


def test_the_letter_in_the_corpus(letter):
    assert [(r.unit, r.identifier, r.text) for r in find_references(letter)] == [
        ("brief#p1", "32011L0036", "Richtlijn 2011/36/EU"),
        ("brief#fn1", "pb-20110415-101", "PB 101 van 15.4.2011"),
        ("brief#fn2", "kst-28638-185", "Kamerstuk 28 638, nr. 185"),
        ("brief#fn4", "kst-28638-183", "Kamerstuk 28 638, nr. 183"),
        ("brief#fn5", "ah-tk-20202021-708", "Aanhangsel Handelingen II 2020/21, nr. 708"),
        ("brief#fn8", "kst-26485-337", "Kamerstuk 26 485, nr. 337"),
        ("brief#fn9", "ah-tk-20192020-2751", "Aanhangsel Handelingen II 2019/20, nr. 2751"),
        ("brief#fn9", "kst-28638-185", "Kamerstuk 28 638, nr. 185"),
        ("brief#fn10", "kst-28638-184", "Kamerstuk 28 638, nr. 184"),
    ]
    for reference in find_references(letter):
        spans = [letter.text[slice(*span)] for span in reference.source_spans]
        assert " ".join(spans) == reference.text


def test_a_reference_broken_over_lines_has_its_place():
    document = parse("De brief is bekend, zie Kamerstuk\n28 638, nr. 185, over de opvang.\n")
    (reference,) = find_references(document)
    assert reference.text == "Kamerstuk 28 638, nr. 185"
    assert reference.source_spans == ((24, 49),)
    assert document.text[24:49] == "Kamerstuk\n28 638, nr. 185"


def test_a_document_of_the_index_is_known_by_its_own_number():
    paper = parse(
        "99 123 Opvang\n\nNr. 42 BRIEF VAN DE MINISTER VAN OPVANG\n\n"
        "De gemeente opent in het voorjaar een opvang voor alle inwoners.\n"
    )
    asking = parse("Dat staat in Kamerstuk 99 123, nr. 42 en niet in Kamerstuk 99 123, nr. 41.\n")
    known = identify([paper])
    assert known == {"kst-99123-42": "brief"}
    first, second = find_references(asking)
    assert resolve(first, known) == Target("brief", f"{PUBLICATIONS}kst-99123-42.html")
    assert resolve(second, known) == Target(None, f"{PUBLICATIONS}kst-99123-41.html")
    assert references_to(paper, [paper]) == []
