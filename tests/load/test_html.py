"""HTML pages: what a reader sees, with its structure, and nothing that runs or hides."""

import pytest
from document_view import marked, view

from qa.errors import AlineaError
from qa.load.html import load_html


def loaded(page):
    data = page if isinstance(page, bytes) else page.encode()
    return load_html(data, "pagina.html", "pagina", "0")


def shown(page):
    return view(loaded(page))


def test_headings_paragraphs_and_lists():
    document = loaded(
        """<!DOCTYPE html><html><head><title>Titel</title></head><body>
        <h1>Opvang</h1><p>Er is <b>plaats</b>,
           voor <a href="x">velen</a>.</p>
        <h2 id="geld">Geld</h2>Zonder alinea.<div>Met blok.</div>
        <ul><li>een</li><li>twee<p>en meer</p></li></ul>
        <ol start="3"><li>drie<ol type="a"><li>onder</li></ol></li><li value="9">negen</li></ol>
        </body></html>"""
    )
    assert view(document) == [
        "# Opvang",
        "body: Er is plaats, voor velen.",
        "## Geld",
        "body: Zonder alinea.",
        "body: Met blok.",
        "list item: een",
        "list item: twee",
        "list item: en meer",
        "list item: 3. drie",
        "list item: a. onder",
        "list item: 9. negen",
    ]
    assert (document.loader, document.encoding, document.has_lines) == ("html/3", "UTF-8", False)
    assert document.text.startswith("Opvang\nEr is plaats, voor velen.\nGeld")


def test_what_a_reader_does_not_see_is_not_there():
    assert shown(
        """<body><script>document.write("<p>kwaad</p>")</script><style>p{}</style>
        <p onclick="kwaad()">Zichtbaar<!-- niet --><span hidden> niet</span>.</p>
        <template><p>niet</p></template><noscript>niet</noscript>
        <div style="color: red; Display : none">niet</div><p class="x sr-only">niet</p>
        <svg><text>niet</text></svg><button>niet</button><del>niet</del><p>Einde."""
    ) == ["body: Zichtbaar.", "body: Einde."]


def test_furniture_of_the_page_is_kept_apart():
    assert shown(
        """<header><p>Rijksoverheid</p></header><nav><ul><li>Home</li></ul></nav>
        <article><header><h1>Opvang</h1></header><p>Er is plaats.</p><footer>Bron: de brief.</footer>
        </article><aside>Zie ook</aside><footer>Contact</footer>"""
    ) == [
        "~ Rijksoverheid",
        "~ Home",
        "# Opvang",
        "body: Er is plaats.",
        "body: Bron: de brief.",
        "~ Zie ook",
        "~ Contact",
    ]


def test_where_there_is_a_main_part_all_else_is_furniture():
    assert shown(
        "<div>Boven</div><main><p>Er is plaats.</p><nav>Menu</nav></main><p>Onder</p>"
    ) == [
        "~ Boven",
        "body: Er is plaats.",
        "~ Menu",
        "~ Onder",
    ]


def test_tables_of_data_are_rows_with_their_heads():
    document = loaded(
        """<table id="t"><caption>Plaatsen</caption>
        <thead><tr><th rowspan=2>Regio<th colspan=2>Aantal</tr><tr><th>2017<th>2018</tr></thead>
        <tr><th rowspan=2>Noord<td>20<td>30</tr><tr id="r"><td>21<td>31</tr></table>"""
    )
    assert [(p.text, p.context, p.locator) for p in document.paragraphs] == [
        ("Plaatsen", "", "#t/caption[1]"),
        ("Noord 20 30", "Plaatsen · Regio · Aantal 2017 · Aantal 2018", "#t/tr[3]"),
        ("21 31", "Plaatsen · Regio · Aantal 2017 · Aantal 2018 · Noord", "#r"),
    ]
    assert "Noord\t20\t30\n21\t31" in document.text


def test_tables_that_lay_out_text_are_text():
    assert shown(
        "<table><tr><td><h2>Opvang</h2><p>Er is plaats.</p></td><td>Menu</td></tr></table>"
        "<table><tr><td>Een kolom.</td></tr><tr><td>Nog een.</td></tr></table>"
    ) == ["## Opvang", "body: Er is plaats.", "body: Menu", "body: Een kolom.", "body: Nog een."]


def test_a_definition_has_its_term_as_context():
    document = loaded("<dl><dt>Prijs<dd>Drie euro.<dt>Open<dd>Op zaterdag.</dl>")
    assert [(p.text, p.context) for p in document.paragraphs] == [
        ("Prijs", ""),
        ("Drie euro.", "Prijs"),
        ("Open", ""),
        ("Op zaterdag.", "Open"),
    ]


def test_line_breaks_join_and_empty_lines_divide():
    assert shown(
        "<p>Den Haag<br>3 maart<br> <br/>Geachte heer</p><pre>een\n  twee\n\ndrie</pre>"
    ) == [
        "body: Den Haag 3 maart",
        "body: Geachte heer",
        "body: een twee",
        "body: drie",
    ]


NOTES = {
    "list of notes": """<p>Er zijn er 320<sup id="r1"><a href="#n1">1</a></sup>, en meer<sup>
        <a href="#n2">2</a></sup>.</p><ol><li id="n1">Geschat. <a href="#r1">↩</a></li>
        <li id="n2"><p>Geteld.</p></li></ol>""",
    "roles": """<p>Er zijn er 320<a href="#n1" role="doc-noteref">1</a>, en meer<a href="#n2"
        role="doc-noteref">2</a>.</p><aside role="doc-footnote" id="n1">Geschat.</aside>
        <aside role="doc-footnote" id="n2">Geteld.</aside>""",
    "as Word saves it": """<p>Er zijn er 320<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>, en
        meer<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>.</p><div id="ftn1"><p><a
        href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Geschat.</p></div><div id="ftn2"><p><a
        href="#_ftnref2" name="_ftn2"><sup>[2]</sup></a> Geteld.</p></div>""",
    "brackets outside the link": """<p>Er zijn er 320 [<a href="#fn1">1</a>], en meer
        (<a href="#fn2">2</a>).</p><p id="fn1">1. Geschat.</p><p id="fn2">2. Geteld.</p>""",
    "table of notes": """<p>Er zijn er 320<sup><a href="#a">1</a></sup>, en
        meer<sup><a href="#b">2</a></sup>.</p><table><tr><td><a name="a">1</a></td><td>Geschat.</td>
        </tr><tr><td><a name="b">2</a></td><td>Geteld.</td></tr></table>""",
}


@pytest.mark.parametrize("form", NOTES)
def test_notes_are_linked_to_their_marks(form):
    document = loaded(NOTES[form])
    assert [text.replace(" [", "[") for text in marked(document)] == [
        "Er zijn er 320[1], en meer[2]."
    ]
    assert view(document)[1:] == ["1 | Geschat.", "2 | Geteld."]


def test_links_within_a_page_are_no_notes():
    page = """<p>Zie <a href="#h2">hoofdstuk 2</a> en <a href="#h2">2</a>.</p>
        <h2 id="h2">Geld</h2><p>Er is geen geld.</p>"""
    assert shown(page) == ["body: Zie hoofdstuk 2 en 2.", "## Geld", "body: Er is geen geld."]


def test_a_place_is_the_anchor_or_the_path():
    document = loaded(
        """<div><p>een</p><p>twee</p></div><div id="deel"><p>drie</p><p id="vier">vier</p>
        <p><a name="vijf"></a>vijf</p></div>"""
    )
    assert [p.locator for p in document.paragraphs] == [
        "div[1]/p[1]",
        "div[1]/p[2]",
        "#deel/p[1]",
        "#vier",
        "#vijf",
    ]


def test_entities_and_unseen_characters():
    assert shown(
        "<p>caf&eacute; &amp; thee&nbsp;&#8364;&#32;5 sa&shy;men &lt;x&gt; &#x200b;a&b</p>"
    ) == ["body: café & thee € 5 samen <x> a&b"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>één café</p>".encode(), "UTF-8"),
        ("<p>één café</p>".encode("utf-8-sig"), "UTF-8 with BOM"),
        ("<p>één café</p>".encode("utf-16"), "UTF-16 with BOM"),
        ('<meta charset="iso-8859-1"><p>één café</p>'.encode("latin-1"), "windows-1252"),
        ('<meta charset="ISO-8859-1"><p>één café</p>'.encode(), "UTF-8"),
        ("<meta charset=iso-8859-15><p>één café</p>".encode("iso-8859-15"), "iso8859-15"),
        ('<?xml version="1.0" encoding="cp1250"?><p>één café</p>'.encode("cp1250"), "cp1250"),
    ],
)
def test_encodings(data, encoding):
    document = loaded(data)
    assert (document.text, document.encoding) == ("één café", encoding)


def test_broken_html_is_mended():
    assert shown("<p>een <b>twee<p>drie</b></p></div><li>vier<table><td>vijf") == [
        "body: een twee",
        "body: drie",
        "list item: vier",
        "list item: vijf",
    ]


def test_deep_nesting_is_read_or_refused():
    assert shown("<div>" * 1500 + "diep" + "</div>" * 1500) == ["body: diep"]
    with pytest.raises(AlineaError) as caught:
        loaded("<div>" * 50_000 + "diep")
    assert caught.value.code == "too_deep"
