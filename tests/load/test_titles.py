"""The title of Word documents and HTML pages: above all other headings, and never furniture."""

import pytest
from document_view import view
from docx_files import STYLES, docx, p

from qa.document import Document
from qa.load import parse

STYLED = (
    STYLES
    + '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="Titel2"><w:name w:val="Titel"/>'
    + '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)
WATER = "Het water stijgt in heel Nederland."


def title(document: Document) -> str | None:
    return document.metadata.title.value if document.metadata.title else None


def word(*paragraphs: str) -> Document:
    return parse(docx("".join(paragraphs), styles=STYLED), None, "stuk.docx", "stuk")


def page(content: str) -> Document:
    return parse(content.encode(), None, "pagina.html", "pagina")


@pytest.mark.parametrize("style", ["Titel", "Titel2"])
def test_headings_stand_under_a_title_by_its_style(style: str) -> None:
    document = word(
        p("Nota over water", style=style),
        p("Inleiding", style="Kop1"),
        p(WATER),
        p("Dijken", style="Kop2"),
        p("De dijken worden hoger."),
        p("Slot", style="Kop1"),
        p("Dat was het."),
    )
    assert view(document) == [
        "# Nota over water",
        "## Inleiding",
        f"body: {WATER}",
        "### Dijken",
        "body: De dijken worden hoger.",
        "## Slot",
        "body: Dat was het.",
    ]
    assert title(document) == "Nota over water"


def test_a_title_over_deeper_headings_leaves_their_levels() -> None:
    document = word(p("Nota", style="Titel"), p("Dijken", style="Kop2"), p(WATER))
    assert view(document) == ["# Nota", "## Dijken", f"body: {WATER}"]


def test_a_title_after_a_heading_is_none_of_the_document() -> None:
    document = word(
        p("Vooraf", style="Kop1"), p(WATER), p("Nota", style="Titel"), p("Dat was het.")
    )
    assert view(document) == ["# Vooraf", f"body: {WATER}", "# Nota", "body: Dat was het."]
    assert title(document) is None


def test_a_heading_that_is_alone_is_the_title() -> None:
    assert title(word(p("Nota over water", style="Kop1"), p(WATER))) == "Nota over water"
    assert title(word(p(WATER), p("Slot", style="Kop1"), p("Dat was het."))) is None
    assert title(page(f"<h1>Nota over water</h1><p>{WATER}</p>")) == "Nota over water"
    assert title(page(f"<h2>Nota over water</h2><p>{WATER}</p>")) is None


PAGES = {
    "in the head of the page": (
        f"""<header><a>Home</a><h1>Nota over water</h1></header><p>{WATER}</p>
        <h2>Dijken</h2><p>De dijken worden hoger.</p>""",
        [
            "~ Home",
            "# Nota over water",
            f"body: {WATER}",
            "## Dijken",
            "body: De dijken worden hoger.",
        ],
    ),
    "as pandoc writes it": (
        f"""<header id="title-block-header"><h1 class="title">Nota over water</h1>
        <p class="author">A. Jansen</p><p class="date">3 mei 2024</p></header>
        <nav id="TOC"><ul><li>Dijken</li></ul></nav>
        <h1>Dijken</h1><p>{WATER}</p><h2>Hoger</h2><p>De dijken worden hoger.</p>""",
        [
            "# Nota over water",
            "body: A. Jansen",
            "body: 3 mei 2024",
            "~ Dijken",
            "## Dijken",
            f"body: {WATER}",
            "### Hoger",
            "body: De dijken worden hoger.",
        ],
    ),
    "in a head before the main part": (
        f"""<header><nav>Menu</nav><div><h1>Nota over water</h1></div><span>3 mei 2024</span>
        <nav>Kruimels</nav></header><div>Reclame</div>
        <main><p>{WATER}</p></main><p>Onder</p>""",
        [
            "~ Menu",
            "# Nota over water",
            "body: 3 mei 2024",
            "~ Kruimels",
            "~ Reclame",
            f"body: {WATER}",
            "~ Onder",
        ],
    ),
    "in a block before the main part": (
        f"""<div>Gemeente</div><div><h1>Nota over water</h1><p>Waarom de dijken hoger worden.</p>
        </div><main><p>{WATER}</p></main><footer>Contact</footer>""",
        [
            "~ Gemeente",
            "# Nota over water",
            "body: Waarom de dijken hoger worden.",
            f"body: {WATER}",
            "~ Contact",
        ],
    ),
    "beside the main part": (
        f"""<h1>Nota over water</h1><p>Waarom.</p><main><p>{WATER}</p></main><p>Onder</p>""",
        ["# Nota over water", "body: Waarom.", f"body: {WATER}", "~ Onder"],
    ),
    "in the head of a main part by its role": (
        f"""<div role="main"><header><h1>Nota over water</h1></header><p>{WATER}</p></div>""",
        ["# Nota over water", f"body: {WATER}"],
    ),
}


@pytest.mark.parametrize("place", PAGES)
def test_the_title_of_a_page_is_no_furniture(place: str) -> None:
    content, expected = PAGES[place]
    document = page(content)
    assert view(document) == expected
    assert title(document) == "Nota over water"


@pytest.mark.parametrize("part", ["main", "article"])
def test_the_name_of_a_site_is_furniture_over_a_part_with_its_own_title(part: str) -> None:
    document = page(
        f"<header><h1>Gemeente</h1><p>Voor u</p></header><{part}><h1>Nota over water</h1>"
        f"<p>{WATER}</p></{part}>"
    )
    assert view(document) == ["~ Gemeente", "~ Voor u", "# Nota over water", f"body: {WATER}"]
    assert title(document) == "Nota over water"


@pytest.mark.parametrize(
    "aside",
    [
        "<nav><h1>Menu</h1></nav>",
        "<div id='toc'><h1>Menu</h1></div>",
        "<aside><h1>Menu</h1></aside>",
    ],
)
def test_a_heading_in_other_furniture_is_no_title(aside: str) -> None:
    assert view(page(f"{aside}<main><p>{WATER}</p></main>")) == ["~ Menu", f"body: {WATER}"]
