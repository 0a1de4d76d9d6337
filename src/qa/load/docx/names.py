"""Names in the XML of DOCX, and the reading of its attributes."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return _W + name


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(parent: etree._Element | None, path: str) -> str | None:
    """The `w:val` of a descendant ("pPr/pStyle"); None where it is not there."""
    found = child(parent, path)
    return found.get(w("val")) if found is not None else None


def number(parent: etree._Element | None, path: str) -> int | None:
    """The same as a whole number."""
    return whole(value(parent, path))


def whole(text: str | None) -> int | None:
    """A whole number of a few digits, else None."""
    text = (text or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def switch(parent: etree._Element | None, path: str) -> bool | None:
    """Whether a property is on; None where nothing is said."""
    found = child(parent, path)
    return found.get(w("val")) not in ("0", "false", "off", "none") if found is not None else None


def child(parent: etree._Element | None, path: str) -> etree._Element | None:
    """The first descendant at a path of names."""
    return parent.find("/".join(map(w, path.split("/")))) if parent is not None else None
