"""The parts of a DOCX file: a zip of XML, opened with limits and without entities."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from qa.errors import AlineaError

_MOST_ENTRIES = 10_000
_MOST_BYTES = 1_000_000_000
_MOST_BYTES_OF_XML = 100_000_000
_MOST_RATIO = 200  # of running text in XML the ratio is 5 to 50
_SMALL = 10_000_000  # below which the ratio says nothing
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What zipfile raises where the bytes make no sense.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
    NotImplementedError, ValueError, OverflowError,
)  # fmt: skip
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
)


class Package:
    """The document part of a DOCX file (`document`) and what belongs to it."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._zip = _open(data, name)
        main = next(iter(self._targets("").get("officeDocument", ())), "word/document.xml")
        root = self._root(main)
        if root is None:
            raise _no_docx(name)
        self.document = root
        self._related = self._targets(main)

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part that the document names so ("styles"); None if there is none."""
        targets = self._related.get(kind)
        return self._root(targets[0]) if targets else None

    def _targets(self, part: str) -> dict[str, list[str]]:
        """Parts that a part (the package itself: "") refers to, by the kind of reference."""
        folder, file = posixpath.split(part)
        root = self._root(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, list[str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                kind = relation.get("Type", "").rpartition("/")[2]
                found.setdefault(kind, []).append(target.lstrip("/"))
        return found

    def _root(self, part: str) -> etree._Element | None:
        try:
            info = self._zip.getinfo(part)
        except KeyError:
            return None
        if info.file_size > _MOST_BYTES_OF_XML:
            raise _bomb(self._name)
        try:
            content = self._zip.read(info)
        except _DAMAGE as error:
            raise _damaged(self._name) from error
        except RuntimeError as error:  # zipfile: an entry is encrypted
            raise _encrypted(self._name) from error
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        return _parse(content, self._name)


def _open(data: bytes, name: str) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise _encrypted(name)
        raise AlineaError(
            "old_word_file",
            f"{name} is in the old Word format (.doc): open it in Word or LibreOffice and save "
            "it as .docx.",
        )
    if not data:
        raise AlineaError("empty_file", f"{name} is empty: there is no text in it to index.")
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        entries = opened.infolist()
    except _DAMAGE as error:
        raise (_damaged(name) if data.startswith(b"PK") else _no_docx(name)) from error
    total = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    too_dense = total > _SMALL and total > _MOST_RATIO * packed
    if len(entries) > _MOST_ENTRIES or total > _MOST_BYTES or too_dense:
        raise _bomb(name)
    return opened


def _parse(content: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise AlineaError(
            "unsafe_file",
            f"{name} declares XML entities, which no word processor writes and which may do harm: "
            "it is not read.",
        )
    return root


def _no_docx(name: str) -> AlineaError:
    return AlineaError(
        "not_docx", f"{name} is no Word document, although its name says so: leave it out."
    )


def _damaged(name: str) -> AlineaError:
    return AlineaError(
        "damaged_file", f"{name} is damaged: open it in a word processor and save it anew."
    )


def _encrypted(name: str) -> AlineaError:
    return AlineaError("encrypted_file", f"{name} is protected by a password: save it without one.")


def _bomb(name: str) -> AlineaError:
    return AlineaError(
        "too_large", f"{name} unpacks to far more than a document holds: it is not read."
    )
