"""Markdown: the text without its markup, with the lines of the file as places."""

import pytest
from document_view import marked, view

from qa.errors import AlineaError
from qa.load.markdown import load_markdown


def loaded(text):
    data = text if isinstance(text, bytes) else text.encode()
    return load_markdown(data, "nota.md", "nota", "0")


def shown(text):
    return view(loaded(text))


def test_headings_paragraphs_and_their_lines():
    document = loaded(
        "Opvang\n======\n\nEr is *plaats* voor **velen**,\nzie [de `site`](http://x).\n\n## Geld ##\n\nNiet.\n"
    )
    assert view(document) == [
        "# Opvang",
        "body: Er is plaats voor velen, zie de site.",
        "## Geld",
        "body: Niet.",
    ]
    assert [p.locator for p in document.paragraphs] == ["lines 4-5", "line 9"]
    assert (document.loader, document.encoding) == ("markdown/3", "UTF-8")


def test_lists_keep_their_numbers_and_not_their_bullets():
    assert shown("- een\n  door\n- twee\n  1. eerst\n  2. dan\n\n     nog\n\n3) drie\n") == [
        "list item: een door",
        "list item: twee",
        "list item: 1. eerst",
        "list item: 2. dan",
        "list item: nog",
        "list item: 3) drie",
    ]


def test_rows_of_tables_have_their_heads():
    document = loaded("| Jaar | Aantal |\n|------|-------:|\n| 2017 | **320** |\n| 2018 | |\n")
    assert view(document) == ["~ Jaar\tAantal", "table row: 2017 320", "table row: 2018"]
    assert [(p.context, p.locator) for p in document.paragraphs] == [
        ("Jaar · Aantal", "line 3"),
        ("Jaar · Aantal", "line 4"),
    ]


def test_notes_are_linked_wherever_they_stand():
    document = loaded(
        "Eerst[^1] dit[^lang] en^[Ter plekke.] dat[^1].\n\n[^1]: Noot een\n    gaat door.\n\n"
        "    Nog een alinea.\n[^lang]: Noot *twee*.\n\nTot slot.\n\n[^los]: Zonder verwijzing.\n"
    )
    assert marked(document) == ["Eerst[1] dit[lang] en[3] dat[1]."]
    assert view(document)[1:] == [
        "body: Tot slot.",
        "3 | Ter plekke.",
        "1 | Noot een gaat door. Nog een alinea.",
        "lang | Noot twee.",
        " | Zonder verwijzing.",
    ]
    assert [n.locator for n in document.footnotes] == ["line 1", "lines 3-4", "line 7", "line 11"]


def test_front_matter_is_furniture():
    assert shown("---\ntitle: Nota\ndate: 2021-03-03\n---\n\nTekst.\n") == [
        "~ title: Nota",
        "~ date: 2021-03-03",
        "body: Tekst.",
    ]


def test_code_quotes_and_breaks():
    assert shown(
        "> citaat\n> gaat door\n\n```py\nx = 1\ny\n```\n\nregel  \ntwee<br>drie\n\n---\n\n    code\n"
    ) == [
        "body: citaat gaat door",
        "body: x = 1 y",
        "body: regel twee drie",
        "body: code",
    ]


def test_html_in_it_is_read_as_html_and_never_run():
    document = loaded(
        "<h2>Kop</h2>\n\n<div>blok <b>vet</b><script>kwaad()</script></div>\n\n<!-- niet -->\n\n"
        "Een <b>woord</b> <script>kwaad()</script>en ![beeld](x.png)meer.\n"
    )
    assert view(document) == ["## Kop", "body: blok vet", "body: Een woord en meer."]
    assert document.paragraphs[0].locator == "line 3"


def test_escapes_entities_and_links_as_they_read():
    assert shown(
        r"1 \* 2 &amp; caf&eacute; <http://x.nl> ~~weg~~ [ref]" + "\n\n[ref]: http://y.nl\n"
    ) == ["body: 1 * 2 & café http://x.nl weg ref"]


def test_deep_nesting_is_read_or_refused():
    assert shown("> " * 30 + "diep") == ["body: diep"]
    with pytest.raises(AlineaError) as caught:
        loaded("> " * 3000 + "diep")
    assert caught.value.code == "too_deep"
