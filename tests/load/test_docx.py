"""Word documents: what is text and what is not, in which order and with which structure."""

from document_view import marked, view
from docx_files import bold, docx, field, item, lists, note, note_mark, p, r

from qa.load import load
from qa.load.docx import load_docx

LONG = "De opvang van slachtoffers is dit jaar verder uitgebreid, met name in het noorden."


def loaded(data):
    return load_docx(data, "stuk.docx", "stuk", "0")


def shown(body, **parts):
    return view(loaded(docx(body, **parts)))


def test_headings_by_style_make_a_tree_of_sections():
    document = loaded(
        docx(
            p("Vooraf.")
            + p("Opvang", style="Kop1")
            + p("In het noorden", style="Kop2")
            + p("Daar is plaats.")
            + p("Geld", style="Kop1")
            + p("Dat is er niet.")
        )
    )
    assert view(document) == [
        "body: Vooraf.",
        "# Opvang",
        "## In het noorden",
        "body: Daar is plaats.",
        "# Geld",
        "body: Dat is er niet.",
    ]
    assert [document.section_path(x.section) for x in document.paragraphs] == [
        (),
        ("Opvang", "In het noorden"),
        ("Geld",),
    ]
    assert [x.locator for x in document.paragraphs] == ["paragraph 1", "paragraph 4", "paragraph 6"]
    assert (document.loader, document.has_lines, document.metadata.title) == (
        "docx/4",
        False,
        None,
    )


def test_an_outline_level_makes_a_heading_too_and_body_level_unmakes_one():
    assert shown(
        p("Opvang", properties='<w:outlineLvl w:val="1"/>')
        + p("Tekst.")
        + p(
            r("Gewoon", '<w:b w:val="0"/><w:sz w:val="20"/>'),
            style="Kop1",
            properties='<w:outlineLvl w:val="9"/>',
        )
        + p("Tekst.")
    ) == ["## Opvang", "body: Tekst.", "body: Gewoon", "body: Tekst."]


def test_short_bold_lines_are_headings_where_no_style_tells():
    assert shown(
        bold("1. Aanleiding")
        + p(LONG)
        + bold("1.1 Cijfers")
        + p(LONG)
        + bold("2. Vervolg")
        + p(LONG)
    ) == [
        "# 1. Aanleiding",
        f"body: {LONG}",
        "## 1.1 Cijfers",
        f"body: {LONG}",
        "# 2. Vervolg",
        f"body: {LONG}",
    ]


def sized(text, size):
    return p(r(text, f'<w:b/><w:sz w:val="{size}"/>'))


def test_headings_larger_than_all_styled_ones_stand_above_them():
    assert shown(
        sized("Ronde 1", 28)
        + p(LONG)
        + p("Rol", style="Kop2")
        + p(LONG)
        + sized("Ronde 2", 28)
        + p(LONG)
        + sized("Slot", 26)
        + p(LONG)
    ) == [
        "# Ronde 1",
        f"body: {LONG}",
        "## Rol",
        f"body: {LONG}",
        "# Ronde 2",
        f"body: {LONG}",
        "## Slot",
        f"body: {LONG}",
    ]


def test_a_first_heading_larger_than_all_others_is_the_title(tmp_path):
    path = tmp_path / "plan.docx"
    chapters = "".join(p(name, style="Kop1") + p(LONG) for name in ("Opvang", "Geld"))
    path.write_bytes(docx(sized("Het plan van de stad", 40) + p(LONG) + chapters))
    document = load(path, "plan")
    assert document.metadata.title.value == "Het plan van de stad"
    assert [(s.title, s.level) for s in document.sections] == [
        ("Het plan van de stad", 1),
        ("Opvang", 2),
        ("Geld", 2),
    ]
    path.write_bytes(docx(chapters + sized("Bijlage van de stad", 40) + p(LONG)))
    document = load(path, "plan")
    assert (document.metadata.title, {s.level for s in document.sections}) == (None, {1})


def test_bold_captions_sentences_and_last_lines_are_no_headings():
    assert [
        line.split(":")[0]
        for line in shown(
            bold("Tabel 1: opvang per regio")
            + p(LONG)
            + bold(
                "Dit is een hele zin die in het stuk met nadruk gezegd wordt, en die daarom vet is gezet.  Ja."
            )
            + p(LONG)
            + bold("D.M. van Weel")
        )
    ] == ["body"] * 5


def test_bold_questions_are_not_the_headings_that_number_them():
    question = "Kunt u zeggen hoeveel plaatsen er zijn?"
    assert shown(
        bold("Vraag 1")
        + bold(question)
        + p()
        + bold("Antwoord op vraag 1")
        + p("Dat zijn er 320, verdeeld over het hele land.")
    ) == [
        "# Vraag 1",
        f"body: {question}",
        "# Antwoord op vraag 1",
        "body: Dat zijn er 320, verdeeld over het hele land.",
    ]


def test_a_sentence_typed_over_two_paragraphs_is_one():
    assert shown(
        p("In antwoord op uw brief van 6 december deel ik u mede")
        + p("dat de vragen zijn beantwoord.")
        + p("appels")
        + p("peren")
    ) == [
        "body: In antwoord op uw brief van 6 december deel ik u mede dat de vragen zijn beantwoord.",
        "body: appels",
        "body: peren",
    ]


def test_numbers_of_lists_are_counted_as_word_shows_them():
    numbering = lists(("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "·"))
    assert shown(
        item("een")
        + item("onder", 1)
        + item("ook", 1)
        + item("punt", 2)
        + item("twee")
        + item("weer", 1),
        numbering=numbering,
    ) == [
        "list item: 1. een",
        "list item: a) onder",
        "list item: b) ook",
        "list item: punt",
        "list item: 2. twee",
        "list item: a) weer",
    ]


def test_lists_of_one_kind_count_on_unless_they_start_anew():
    restart = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbering = lists(("upperRoman", "%1"), numbers=(1, 2)) + restart
    assert shown(
        item("a") + item("b") + item("c", number=2) + item("d", number=3) + item("e", number=3),
        numbering=numbering,
    ) == [
        "list item: I a",
        "list item: II b",
        "list item: III c",
        "list item: I d",
        "list item: II e",
    ]


def test_numbered_headings_keep_their_number():
    styles = """<w:style w:type="paragraph" w:styleId="Artikel"><w:name w:val="Artikel"/>
      <w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"""
    assert shown(
        p("Begrippen", style="Artikel")
        + p("In deze wet:")
        + p("Opvang", style="Artikel")
        + p("Er is opvang."),
        styles=styles,
        numbering=lists(("decimal", "Artikel %1")),
    ) == [
        "# Artikel 1 Begrippen",
        "body: In deze wet:",
        "# Artikel 2 Opvang",
        "body: Er is opvang.",
    ]


def test_typed_lists_are_lists():
    assert shown(
        p("Er zijn twee wegen:") + p("- de ene") + p("- de andere") + p("2. Los punt")
    ) == [
        "body: Er zijn twee wegen:",
        "list item: - de ene",
        "list item: - de andere",
        "body: 2. Los punt",
    ]


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


def test_insertions_are_text_and_deletions_are_not():
    assert shown(
        p(
            "Dit ",
            "<w:ins><w:r><w:t>wel</w:t></w:r></w:ins>",
            "<w:del><w:r><w:delText>niet</w:delText></w:r></w:del>",
            ".",
        )
        + p("Een ", properties="<w:rPr><w:del/></w:rPr>")
        + p("geheel.")
        + f"<w:moveFrom>{p('Weg.')}</w:moveFrom>"
    ) == ["body: Dit wel.", "body: Een geheel."]


def test_hidden_text_is_not_there():
    assert shown(
        p(
            "Zichtbaar",
            r(" geheim", "<w:vanish/>"),
            r(" stiekem", '<w:rStyle w:val="Verborgen"/>'),
            r(".", '<w:vanish w:val="0"/>'),
        )
    ) == ["body: Zichtbaar."]


def test_fields_show_their_result_and_page_numbers_do_not_count():
    assert shown(
        p("Op ", field("DATE", "3 maart 2021"), ", bladzijde ", field("PAGE", "4"), "van de brief.")
        + p(
            "Met ",
            '<w:fldSimple w:instr="DOCPROPERTY x"><w:r><w:t>kenmerk</w:t></w:r></w:fldSimple>',
            ".",
        )
        + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "Zonder einde.")
    ) == [
        "body: Op 3 maart 2021, bladzijde van de brief.",
        "body: Met kenmerk.",
        "body: Zonder einde.",
    ]


def test_a_table_of_contents_is_furniture():
    start = field("TOC \\o", "Opvang 3").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert shown(
        p("Inhoud", style="Inhopg1")
        + p(start)
        + p("Geld 5", end)
        + p("Opvang", style="Kop1")
        + p("Er is plaats.")
    ) == ["~ Inhoud", "~ Opvang 3", "~ Geld 5", "# Opvang", "body: Er is plaats."]


def test_links_and_content_controls_are_text_but_a_prompt_is_not():
    assert shown(
        p("Zie ", '<w:hyperlink r:id="x"><w:r><w:t>de site</w:t></w:r></w:hyperlink>', ".")
        + f"<w:sdt><w:sdtContent>{p('In een vak.')}</w:sdtContent></w:sdt>"
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + p("Klik om tekst in te voeren.")
        + "</w:sdtContent></w:sdt>"
    ) == ["body: Zie de site.", "body: In een vak."]


def test_a_text_box_stands_after_its_paragraph_and_once():
    box = f"<wps:txbx><w:txbxContent>{p('In het kader.')}</w:txbxContent></wps:txbx>"
    old = f"<v:textbox><w:txbxContent>{p('In het kader.')}</w:txbxContent></v:textbox>"
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{old}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = loaded(docx(p("De tekst", drawing, " gaat door.")))
    assert view(document) == ["body: De tekst gaat door.", "body: In het kader."]
    assert document.paragraphs[1].locator == "paragraph 1, text box"


def test_hyphens_tabs_breaks_and_signs():
    assert shown(
        p(
            "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail, sa</w:t><w:softHyphen/><w:t>men\u00adwerken</w:t></w:r>"
        )
        + p("<w:r><w:t>Datum</w:t><w:tab/><w:t>3 maart</w:t><w:br/><w:t>Den Haag</w:t></w:r>")
        + p(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> akkoord</w:t></w:r>'
        )
        + p("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>")
    ) == [
        "body: e-mail, samenwerken",
        "body: Datum 3 maart Den Haag",
        "body: ✓ akkoord",
        "body: a=b",
    ]


def test_an_empty_line_or_new_page_within_a_paragraph_divides_it():
    document = loaded(
        docx(
            p(
                "Eerste.",
                "<w:r><w:br/><w:br/></w:r>",
                "Tweede.",
                '<w:r><w:br w:type="page"/></w:r>',
                "Derde.",
            )
        )
    )
    assert [(x.text, x.locator) for x in document.paragraphs] == [
        ("Eerste.", "paragraph 1"),
        ("Tweede.", "paragraph 1"),
        ("Derde.", "paragraph 1"),
    ]


def test_strict_documents_are_read_as_well():
    strict = docx(p("Opvang", style="Kop1") + p("Er is plaats."))
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(strict)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in parts.items():
            content = content.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            file.writestr(name, content)
    assert view(loaded(target.getvalue())) == ["# Opvang", "body: Er is plaats."]


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


def test_the_name_in_a_signature_begins_at_the_initials(tmp_path):
    path = tmp_path / "brief.docx"
    ministry = "de minister van Landbouw, Natuur en Voedselkwaliteit"
    body = p("Wij melden u dat de regeling volgend jaar ingaat.")
    path.write_bytes(docx(body + p(ministry) + p("P. Adema")))
    said = load(path, "brief").metadata
    assert (said.sender.value, said.signatory.value) == (ministry, "P. Adema")
