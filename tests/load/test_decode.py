"""Encodings are recognised and named; what is no text is refused."""

import codecs
import random

import pytest

from qa.errors import AlineaError
from qa.load.decode import decode
from qa.load.plain import load_plain

TEXT = "De geëvolueerde strategie kost “veel” geld.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8 with BOM"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16 with BOM"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16 with BOM"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32 with BOM"),
        (TEXT.encode("windows-1252"), "windows-1252"),
    ],
)
def test_the_encoding_is_found_and_named(data, encoding):
    assert decode(data, "brief.txt") == (TEXT, encoding)
    letter = load_plain(data, "brief.txt", "brief", "0" * 64)
    assert (letter.encoding, letter.text) == (encoding, TEXT)
    assert letter.paragraphs[0].text == "De geëvolueerde strategie kost “veel” geld."


OLD = "De coördinatie van één idee is geëvolueerd in Curaçao.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (OLD.encode("cp850"), "cp850"),
        (OLD.encode("mac-roman"), "mac-roman"),
        (OLD.encode("windows-1252"), "windows-1252"),
        (OLD.encode("utf-16-le"), "UTF-16 without BOM"),
        (OLD.encode("utf-16-be"), "UTF-16 without BOM"),
        ("De prijs is € 5 – of £ 4.\n".encode("windows-1252"), "windows-1252"),
    ],
)
def test_old_encodings_are_told_by_their_letters(data, encoding):
    text, found = decode(data, "oud.txt")
    assert found == encoding
    assert text in (OLD, "De prijs is € 5 – of £ 4.\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_become_one_character(newline):
    assert decode(f"een{newline}twee{newline}".encode(), "a.txt")[0] == "een\ntwee\n"


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n \f", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b" \0\n\0", b"\0\0"]
)
def test_an_empty_file_is_said_to_be_empty(data):
    with pytest.raises(AlineaError, match=r"leeg\.txt is empty") as caught:
        decode(data, "leeg.txt")
    assert caught.value.code == "empty_file"


def test_other_blanks_alone_are_no_paragraph():
    with pytest.raises(AlineaError) as caught:
        load_plain("\u00a0\u2003\n\u3000".encode(), "leeg.txt", "leeg", "0" * 64)
    assert caught.value.code == "no_paragraph"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        random.Random(1).randbytes(5000),
        codecs.BOM_UTF16_LE + random.Random(2).randbytes(5001),
        codecs.BOM_UTF16_BE + bytes(range(32)) * 40,
        b"Een brief" + bytes([0x81, 0x8D, 0x8F, 0x90]),
    ],
    ids=["png", "pdf", "zip", "jpeg", "ole", "noise", "odd utf-16", "utf-16 controls", "no 1252"],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(AlineaError, match=r"beeld\.txt is not text") as caught:
        decode(data, "beeld.txt")
    assert caught.value.code == "not_text"


def test_a_stray_nul_is_white_space():
    letter = load_plain(b"De opvang\x00 is vol.\x00\n", "brief.txt", "brief", "0" * 64)
    assert letter.text == "De opvang\x00 is vol.\x00\n"
    assert letter.paragraphs[0].text == "De opvang is vol."
