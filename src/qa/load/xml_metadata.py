"""What an official publication says of itself: its `meta` elements, its head and its signature."""

from __future__ import annotations

import re

from lxml import etree

from qa.document import Document, Metadata, MetadataField, ParagraphKind
from qa.lang import LANGUAGES
from qa.load.xml_text import Text
from qa.reading import Span

_DATED = (
    "OVERHEIDop.datumVergadering",
    "OVERHEIDop.datumBrief",
    "OVERHEIDop.datumOndertekening",
    "DCTERMS.issued",
    "DC.date",
    "DCTERMS.date",
    "DCTERMS.available",
)
_PRINTED_DATES = (
    "vergaderdatum",
    "stuk/{*}datumtekst",
    "kamervraagomschrijving[@type='antwoord']/{*}datum",
    "kamervraagomschrijving/{*}datum",
)
_TITLES = ("stuk/{*}titel", "kamervraagonderwerp", "agendapunt/{*}item-titel")
_DAY = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})", re.I)
_DOSSIER = re.compile(r"(\d{2})\s?(\d{3})(?:[\s-]+([\w()]+))?")
_RECORD = re.compile(r"/([\w-]+)/metadata\.xml$")


def read_metadata(root: etree._Element, document: Document) -> Metadata:
    """Title, date, reference, recipient, sender and signatory, as far as the publication says.

    What stands in the text has its span; what only the `meta` elements say has none.
    """
    said: dict[str, str] = {}
    for meta in root.iter("{*}meta"):
        said.setdefault(meta.get("name", ""), " ".join((meta.get("content") or "").split()))
    signature = next((p for p in document.paragraphs if p.kind is ParagraphKind.SIGNATURE), None)
    within = signature.reading.pieces[0][0] if signature else len(document.text)
    signing = _first(root, "ondertekening")
    functions = _all_text(signing, "functie") if signing is not None else []
    names = _all_text(signing, "naam") if signing is not None else []
    language = said.get("DCTERMS.language", "")[:2].lower()
    return Metadata(
        title=_title(root, document, said),
        date=_date(root, document, said),
        sender=_field(document, functions[0].rstrip(" ,") if functions else "", within),
        signatory=_field(document, names[0] if names else "", within),
        recipient=_field(document, said.get("OVERHEIDop.ontvanger", "")),
        reference=_reference(root, document, said),
        language=MetadataField(language, None, "metadata")
        if language in LANGUAGES
        else document.metadata.language,
    )


def _title(root: etree._Element, document: Document, said: dict[str, str]) -> MetadataField | None:
    printed = next((_text(n) for path in _TITLES if (n := _first(root, path)) is not None), "")
    value = said.get("OVERHEIDop.documenttitel") or printed
    return _field(document, value or said.get("DC.title") or said.get("DCTERMS.title") or "")


def _date(root: etree._Element, document: Document, said: dict[str, str]) -> MetadataField | None:
    for path in _PRINTED_DATES:
        node = _first(root, path)
        match = _DAY.search(_text(node)) if node is not None else None
        months = [names.split()[0] for names in LANGUAGES["nl"].months] if match else []
        if node is None or match is None or match[2].lower() not in months:
            continue
        value = f"{match[3]}-{months.index(match[2].lower()) + 1:02}-{int(match[1]):02}"
        return MetadataField(value, _span(document, match.group()), "document")
    value = next((said[name] for name in _DATED if said.get(name)), "")
    return MetadataField(value, None, "metadata") if value else None


def _reference(
    root: etree._Element, document: Document, said: dict[str, str]
) -> MetadataField | None:
    """The number that others refer to it by, in the form in which they do."""
    dossier = _printed(root, "dossiernr") or said.get("OVERHEIDop.dossiernummer", "")
    number = _printed(root, "ondernummer") or said.get("OVERHEIDop.ondernummer", "")
    match = _DOSSIER.match(dossier)
    if match and number:
        chapter = f" {match[3]}" if match[3] else ""
        return MetadataField(f"{match[1]} {match[2]}{chapter}, nr. {number}", None, "metadata")
    regels = {node.get("inhoud"): _text(node) for node in root.iter("{*}tekstregel")}
    years = re.search(
        r"(\d{4})\W\d{0,2}(\d{2})\b",
        regels.get("vergaderjaar") or said.get("OVERHEIDop.vergaderjaar", ""),
    )
    number = _printed(root, "kamervraagnummer") or said.get("OVERHEIDop.aanhangselnummer", "")
    if number and years:
        chamber = "I" if regels.get("kameraanduiding", "").startswith("Eerste") else "II"
        value = f"Aanhangsel Handelingen {chamber} {years[1]}/{years[2]}, nr. {number}"
        return MetadataField(value, None, "metadata")
    record = _RECORD.search(said.get("OVERHEIDop.externMetadataRecord", ""))
    return _field(document, said.get("DC.identifier", "") or (record[1] if record else ""))


def _field(document: Document, value: str, start: int = 0) -> MetadataField | None:
    """A field, with the span where the value stands in the text at or after an offset."""
    if not value:
        return None
    span = _span(document, value, start)
    return MetadataField(value, span, "document" if span else "metadata")


def _span(document: Document, value: str, start: int = 0) -> Span | None:
    at = document.text.find(value, start)
    return (at, at + len(value)) if at >= 0 else None


def _first(root: etree._Element, path: str) -> etree._Element | None:
    return root.find(f".//{{*}}{path}")


def _printed(root: etree._Element, name: str) -> str:
    node = _first(root, name)
    return _text(node) if node is not None else ""


def _all_text(node: etree._Element, name: str) -> list[str]:
    return [text for child in node.iter(f"{{*}}{name}") if (text := _text(child))]


def _text(node: etree._Element) -> str:
    text = Text({}, {})
    text.add_node(node)
    return "".join(run.text for run in text.runs())
