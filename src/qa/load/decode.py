"""From bytes to text: which encoding, said aloud."""

from __future__ import annotations

import codecs
import contextlib
import re

from qa.errors import AlineaError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32 with BOM"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32 with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 with BOM"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 with BOM"),
)
# Windows first; DOS and Macintosh where these make letters of what are signs in Windows.
_ONE_BYTE = ("windows-1252", "cp850", "mac-roman")
_LETTER_WITHIN = re.compile(r"(?<=[a-z])[áàâäãåçéèêëíìîïñóòôöøúùûüß](?=[a-z])|(?<=\s)[éü](?=[a-z])")
_SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x1a\x0b"))


def decode(data: bytes, name: str) -> tuple[str, str]:
    r"""The text of a file and the name of its encoding; newlines become `\\n`.

    UTF-8, and UTF-16 with a BOM or by its zeros, are recognised for certain; what is neither is
    read as windows-1252, or as the encoding of DOS or the Macintosh where it has letters in these
    and none in that. Raises AlineaError for an empty file and for one that is not text.
    """
    if not data.strip(b" \t\r\n\f\x00\xef\xbb\xbf\xff\xfe"):
        raise AlineaError("empty_file", f"{name} is empty: there is no text in it to index.")
    text, encoding = _decode(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _too_odd(data: bytes) -> bool:
    """Whether there are more control bytes than may slip into a text, such as a stray NUL."""
    odd = len(data) - len(data.translate(None, _CONTROL))
    return odd > max(3, len(data) // 1000)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    not_text = AlineaError(
        "not_text",
        f"{name} is not text, although its name says so: leave it out or convert it.",
    )
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                raise not_text from None
            if _too_odd(text.encode("utf-8")):
                raise not_text
            return text, label
    if data.startswith(_SIGNATURES):
        raise not_text
    if guess := _utf_16(data):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(guess)
            if not _too_odd(text.encode("utf-8")):
                return text, "UTF-16 without BOM"
    if _too_odd(data):
        raise not_text
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    of_one_byte = _of_one_byte(data)
    if of_one_byte is None:
        raise not_text
    return of_one_byte


def _utf_16(data: bytes) -> str | None:
    """The codec of a text whose every second byte is zero for the most part."""
    half = len(data) // 2
    for codec, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if half > 8 and data[first::2].count(0) > 0.8 * half and data[1 - first :: 2].count(0) == 0:
            return codec
    return None


def _of_one_byte(data: bytes) -> tuple[str, str] | None:
    """The text in the encoding of one byte a character that gives most letters within words."""
    found: list[tuple[int, str, str]] = []
    for encoding in _ONE_BYTE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((len(_LETTER_WITHIN.findall(text)), text, encoding))
    letters, text, encoding = max(found, key=lambda option: option[0])
    signs = sum(byte >= 0x80 for byte in data)
    certain = found[0][2] == _ONE_BYTE[0] or letters > 0.5 * signs
    return (text, encoding) if certain else None
