"""Word documents: what is text and what is not, in which order and with which structure."""

from document_view import view
from docx_files import docx, field, item, lists, p, r

from qa.load import load
from qa.load.docx import load_docx


def loaded(data):
    return load_docx(data, "stuk.docx", "stuk", "0")


def shown(body, **parts):
    return view(loaded(docx(body, **parts)))


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


def test_typed_lists_are_lists():
    assert shown(
        p("Er zijn twee wegen:") + p("- de ene") + p("- de andere") + p("2. Los punt")
    ) == [
        "body: Er zijn twee wegen:",
        "list item: - de ene",
        "list item: - de andere",
        "body: 2. Los punt",
    ]


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


def test_the_name_in_a_signature_begins_at_the_initials(tmp_path):
    path = tmp_path / "brief.docx"
    ministry = "de minister van Landbouw, Natuur en Voedselkwaliteit"
    body = p("Wij melden u dat de regeling volgend jaar ingaat.")
    path.write_bytes(docx(body + p(ministry) + p("P. Adema")))
    said = load(path, "brief").metadata
    assert (said.sender.value, said.signatory.value) == (ministry, "P. Adema")
