"""Word documents: which lines are headings, and of what level."""

from document_view import view
from docx_files import bold, docx, lists, p, r

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
