"""The tree of an XML file, parsed so that nothing in it can reach out, expand or exhaust."""

from __future__ import annotations

import codecs

from lxml import etree

from qa.errors import AlineaError

_MOST_BYTES = 50_000_000
_TWICE_ENCODED_BOM = codecs.BOM_UTF8.decode("latin-1").encode("utf-8")
_XML_BLANKS = b" \t\r\n"


def parse_xml(data: bytes, name: str) -> tuple[etree._Element, str]:
    """The root of an XML file and the name of its encoding.

    No entity is expanded, no DTD loaded and no address visited. Raises AlineaError for a file
    that is empty, malformed, too large, or declares entities of its own.
    """
    if not data.strip(_XML_BLANKS + b"\x00" + codecs.BOM_UTF8):
        raise AlineaError("empty_file", f"{name} is empty: there is no text in it to index.")
    if len(data) > _MOST_BYTES:
        raise AlineaError(
            "too_large",
            f"{name} is larger than {_MOST_BYTES // 1_000_000} MB, too large for an XML document: "
            "split it into documents.",
        )
    data, encoding = _decoded_twice(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_without_lead(data), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        reason = str(error).split(", line")[0].splitlines() or ["it cannot be parsed"]
        raise AlineaError(
            "malformed_xml", f"{name} is no well-formed XML ({reason[0]}): mend or convert it."
        ) from error
    info = root.getroottree().docinfo
    declared = info.internalDTD is not None and any(True for _ in info.internalDTD.iterentities())
    if declared or next(root.iter(etree.Entity), None) is not None:
        raise AlineaError(
            "xml_entities",
            f"{name} declares or uses entities of its own, which Alinea does not expand, since "
            "they may reach outside the file: save it without them.",
        )
    return root, encoding or info.encoding or "UTF-8"


def local_name(node: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(node).localname)


def child_names(node: etree._Element) -> set[str]:
    """The names of an element's children."""
    return {local_name(child) for child in node}


def has_text(node: etree._Element) -> bool:
    """Whether an element has characters of its own, between its children."""
    return bool((node.text or "").strip()) or any((child.tail or "").strip() for child in node)


def _decoded_twice(data: bytes) -> tuple[bytes, str | None]:
    """Bytes put right where the file was encoded twice, which a twice-encoded BOM proves."""
    if not data.startswith(_TWICE_ENCODED_BOM):
        return data, None
    try:
        return data.decode("utf-8").encode("latin-1"), "UTF-8, encoded twice"
    except UnicodeError:
        return data, None


def _without_lead(data: bytes) -> bytes:
    """Bytes without what may stand before the declaration: a BOM and blank lines."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        bare = data.removeprefix(codecs.BOM_UTF8)
        return bare.lstrip(_XML_BLANKS) if bare is not data else data
    return data.lstrip(_XML_BLANKS)
