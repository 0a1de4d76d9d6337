"""From the bytes of an HTML file to its tree: encoding and repair."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml import html as lxml_html

from qa.errors import AlineaError
from qa.load.decode import decode

_HEAD = 4096  # bytes in which a file says its encoding
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)
# What browsers take these names for.
_AS_BROWSERS = {"ascii": "windows-1252", "iso8859-1": "windows-1252", "iso8859-9": "windows-1254"}


def read_tree(data: bytes, name: str) -> tuple[etree._Element, str]:
    """The root element of an HTML file, and the name of its encoding. Scripts are never run.

    Raises AlineaError for what is empty, no text, or nested beyond all measure.
    """
    text, encoding = _decode(data, name)
    parser = make_parser()
    content = text.replace("\0", "").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise AlineaError(
            "no_paragraph",
            f"{name} holds no paragraph of text, so there is nothing to index in it.",
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise AlineaError(
            "too_deep", f"{name} is nested too deeply to be read whole: save it anew or convert it."
        )
    return root, encoding


def make_parser() -> lxml_html.HTMLParser:
    """A parser that repairs, fetches nothing, and gives up beyond 2,048 levels."""
    return lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """The text: by its byte order mark, as UTF-8, as it says itself, else as plain text is."""
    declared = _declared(data)
    try:
        text, encoding = decode(data, name)
    except AlineaError:
        if declared is None or b"\0" in data:
            raise
    else:
        if declared is None or encoding.startswith("UTF"):
            return text, encoding
    try:
        return data.decode(declared), declared
    except (UnicodeDecodeError, LookupError):
        return decode(data, name)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        codec = codecs.lookup((match[1] or match[2]).decode("ascii", "replace"))
    except LookupError:
        return None
    if codec.name.startswith("utf-16"):
        return None
    return _AS_BROWSERS.get(codec.name, codec.name)
