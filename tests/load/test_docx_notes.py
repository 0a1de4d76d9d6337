"""Word documents: footnotes and endnotes, of Word's own and typed by hand."""

from document_view import marked, view
from docx_files import docx, note, note_mark, p, r

from qa.load.docx import load_docx


def loaded(data):
    return load_docx(data, "stuk.docx", "stuk", "0")


def test_footnotes_and_endnotes_are_linked_and_numbered_in_order_of_reference():
    document = loaded(
        docx(
            p("Eerst", note_mark(7), " dit", note_mark(2), " en", note_mark(1, "endnote"), " dat."),
            footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            + note(2, "Noot twee.")
            + note(7, "Noot een.")
            + note(9, "Zonder verwijzing."),
            endnotes=note(1, "Eindnoot.", "endnote"),
        )
    )
    assert marked(document) == ["Eerst[1] dit[2] en[i] dat."]
    assert view(document)[1:] == ["1 | Noot een.", "2 | Noot twee.", "i | Eindnoot."]
    assert [x.locator for x in document.footnotes] == ["footnote 1", "footnote 2", "endnote 1"]
    assert "Zonder" not in document.text


def test_notes_follow_the_numbering_that_the_settings_ask_for():
    document = loaded(
        docx(
            p("Een", note_mark(1), " en twee", note_mark(2), "."),
            footnotes=note(1, "A.") + note(2, "B."),
            settings='<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>',
        )
    )
    assert marked(document) == ["Een[IV] en twee[V]."]


def test_notes_may_start_anew_in_a_section():
    document = loaded(
        docx(
            p("Een", note_mark(1), ".", properties="<w:sectPr/>")
            + p("Twee", note_mark(2), ".")
            + "<w:sectPr/>",
            footnotes=note(1, "A.") + note(2, "B."),
            settings='<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>',
        )
    )
    assert marked(document) == ["Een[1].", "Twee[1]."]


def test_a_note_may_have_a_mark_of_its_own():
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    document = loaded(
        docx(
            p("Het bedrag", custom, " is hoog", note_mark(2), "."),
            footnotes=f'<w:footnote w:id="1">{p("* In euro’s.")}</w:footnote>' + note(2, "Zeer."),
        )
    )
    assert marked(document) == ["Het bedrag[*] is hoog[1]."]
    assert view(document)[1:] == ["* | In euro’s.", "1 | Zeer."]
    assert document.text == "Het bedrag* is hoog.\n* In euro’s.\n Zeer."


def test_a_note_in_a_heading_belongs_to_what_stands_under_it():
    document = loaded(
        docx(
            p("Opvang", note_mark(1), style="Kop1") + p("Er is plaats."),
            footnotes=note(1, "Zie de bijlage."),
        )
    )
    assert marked(document) == ["[1]Er is plaats."]


def test_notes_typed_by_hand_are_linked_to_their_marks():
    document = loaded(
        docx(
            p("Er zijn veel incidenten [1], en meer [2].")
            + p(r("In 2023 waren het er honderd[") + r("1]."))
            + p("[1] Kamerstuk 28 286, nr. 1056")
            + p("[2]https://www.nhnieuws.nl/313687")
            + p("Daarna kwam er niets meer.")
        )
    )
    assert [x.text for x in document.paragraphs] == [
        "Er zijn veel incidenten, en meer.",
        "In 2023 waren het er honderd.",
        "Daarna kwam er niets meer.",
    ]
    first, second = document.footnotes
    assert (first.marker, first.reading.text) == ("1", "Kamerstuk 28 286, nr. 1056")
    assert [x.id for x in first.referred_from] == ["stuk#p1", "stuk#p2"]
    assert (second.marker, second.reading.text) == ("2", "https://www.nhnieuws.nl/313687")
    assert [x.id for x in second.referred_from] == ["stuk#p1"]


def test_numbers_in_brackets_without_marks_are_paragraphs():
    document = loaded(docx(p("Twee punten:") + p("[1] Opvang in huis") + p("[2] Geld daarvoor")))
    assert document.footnotes == ()
    assert [x.text for x in document.paragraphs][1:] == ["[1] Opvang in huis", "[2] Geld daarvoor"]


def notes(document):
    return [(x.marker, x.text, [y.id for y in x.referred_from]) for x in document.footnotes]


def test_two_typed_notes_in_one_paragraph_are_two():
    document = loaded(
        docx(
            p("Er was een beet [1], en een ongeval[2], en een ramp [3].")
            + p("[1] Trouw, 3 mei 2023")
            + p("[2] NRC, 4 mei 2023[3] AD, 5 mei 2023")
        )
    )
    assert view(document)[0] == "body: Er was een beet, en een ongeval, en een ramp."
    assert notes(document) == [
        ("1", "Trouw, 3 mei 2023", ["stuk#p1"]),
        ("2", "NRC, 4 mei 2023", ["stuk#p1"]),
        ("3", "AD, 5 mei 2023", ["stuk#p1"]),
    ]


def test_typed_notes_may_look_like_a_list():
    document = loaded(
        docx(
            p("Wat kost dat? 1) Is dat gratis? 2)")
            + p("Twee dingen:")
            + p("1) opvang")
            + p("2) geld")
            + p("Dat was het.")
            + p("1) Kosten van opvang")
            + p("2) Kamerstuk 28 286, nr. 1056")
        )
    )
    assert view(document)[:5] == [
        "body: Wat kost dat? Is dat gratis?",
        "body: Twee dingen:",
        "list item: 1) opvang",
        "list item: 2) geld",
        "body: Dat was het.",
    ]
    assert notes(document) == [
        ("1", "Kosten van opvang", ["stuk#p1"]),
        ("2", "Kamerstuk 28 286, nr. 1056", ["stuk#p1"]),
    ]
