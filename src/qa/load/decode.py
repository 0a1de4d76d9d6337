"""From bytes to text: which encoding, said aloud."""

from __future__ import annotations

import codecs

from qa.errors import AlineaError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32 with BOM"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32 with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 with BOM"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 with BOM"),
)
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

    UTF-8 and UTF-16 (with BOM) are recognised for certain; what is neither is read as
    windows-1252. Raises AlineaError for an empty file and for one that is not text.
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
    if data.startswith(_SIGNATURES) or _too_odd(data):
        raise not_text
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        raise not_text from None
