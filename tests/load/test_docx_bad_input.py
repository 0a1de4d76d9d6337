"""Files that are no Word document or mean harm: one clear sentence each, nothing worse."""

import io
import random
import zipfile

import pytest
from document_view import view
from docx_files import docx, field, item, lists, note, note_mark, p, package, part, row, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.errors import AlineaError
from qa.load.docx import load_docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BODY = p("Er is plaats.")


def refused(data):
    with pytest.raises(AlineaError) as caught:
        load_docx(data, "stuk.docx", "stuk", "0")
    assert "stuk.docx" in caught.value.message
    return caught.value.code


def zipped(**files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name.replace("__", "/"), content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"Gewoon tekst.", "not_docx"),
        (b"{\\rtf1 Tekst}", "not_docx"),
        (b"PK\x03\x04 afgebroken", "damaged_file"),
        (docx(BODY)[:-200], "damaged_file"),
        (zipped(mimetype="application/vnd.oasis"), "not_docx"),
        (OLE + bytes(600), "old_word_file"),
        (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "encrypted_file"),
        (docx(""), "no_paragraph"),
        (docx(p("  ")), "no_paragraph"),
        (package("<w:document", {}), "damaged_file"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, code):
    assert refused(data) == code


def test_the_old_format_is_told_how_to_be_read():
    with pytest.raises(AlineaError, match=r"save it as \.docx"):
        load_docx(OLE + bytes(600), "brief.doc", "brief", "0")


def test_entities_are_not_expanded():
    laughs = (
        '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/hostname">]>'
    )
    document = part("document", f"<w:body>{p('&b;')}{p('&c;')}</w:body>")
    document = document.replace("?>", f"?>{laughs}", 1)
    assert refused(package(document, {})) == "unsafe_file"


def test_a_bomb_is_not_unpacked():
    heavy = zipped(**{"word__document.xml": part("document", " " * 60_000_000)})
    assert len(heavy) < 100_000
    assert refused(heavy) == "too_large"


def test_a_file_of_very_many_parts_is_not_read():
    assert refused(zipped(**{f"a{n}": b"" for n in range(10_001)})) == "too_large"


def test_very_deep_nesting_is_damage():
    deep = "<w:ins>" * 5_000 + "<w:r><w:t>diep</w:t></w:r>" + "</w:ins>" * 5_000
    assert refused(docx(p(deep))) == "damaged_file"


def test_broken_references_within_a_file_are_passed_over():
    body = (
        p("Zonder stijl.", style="Bestaat niet")
        + item("Zonder lijst", number=99)
        + p("Zonder noot", note_mark(5), ".")
        + p('<w:r><w:sym w:char="zz"/></w:r>', "Zonder teken.")
        + "<w:tbl/><w:tbl><w:tr/></w:tbl>"
    )
    styles = """<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style/>"""
    document = load_docx(docx(body + p("Kring.", style="A"), styles=styles), "s.docx", "s", "0")
    assert view(document) == [
        "body: Zonder stijl.",
        "body: Zonder lijst",
        "body: Zonder noot.",
        "body: Zonder teken.",
        "body: Kring.",
    ]


SMALL = (
    p("Opvang", note_mark(1), style="Kop1")
    + item("een")
    + item("twee")
    + table(row("Jaar", "Aantal", properties="<w:tblHeader/>"), row("2017", p("320", note_mark(2))))
    + p("Op ", field("DATE", "3 maart"), ".")
)
XML = part("document", f"<w:body>{SMALL}</w:body>").encode()
PARTS = {
    "numbering": part("numbering", lists(("decimal", "%1."))),
    "footnotes": part("footnotes", note(1, "A.") + note(2, "B.")),
}


def survives(data):
    try:
        document = load_docx(data, "stuk.docx", "stuk", "0")
    except AlineaError:
        return
    view(document)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_whatsoever_do_harm(data):
    survives(data)
    survives(b"PK\x03\x04" + data)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_no_change_to_a_file_does_harm(seed):
    source = random.Random(seed)
    data = bytearray(package(XML.decode(), PARTS))
    for _ in range(source.randint(1, 8)):
        data[source.randrange(len(data))] = source.randrange(256)
    survives(bytes(data))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_no_change_to_the_xml_does_harm(seed):
    source = random.Random(seed)
    pieces = XML.decode().replace("<", "\0<").replace(">", ">\0").split("\0")
    head, body = pieces[:5], pieces[5:]
    for _ in range(source.randint(1, 6)):
        at = source.randrange(len(body))
        change = source.choice(("drop", "double", "swap"))
        if change == "drop":
            del body[at]
        elif change == "double":
            body.insert(at, body[at])
        else:
            other = source.randrange(len(body))
            body[at], body[other] = body[other], body[at]
    survives(package("".join(head + body), PARTS))
