"""Loader for Markdown, on markdown-it-py and the plugins of mdit-py-plugins.

They follow CommonMark, know the lines of every block, and are what Jupyter and MyST build on;
notes and front matter come from the plugins, tables from the parser itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from qa.document import BETWEEN_HEADS, Document, Metadata
from qa.errors import AlineaError
from qa.load.asked import is_bold_question, with_answers
from qa.load.asked_lists import with_asked_lists
from qa.load.decode import decode
from qa.load.elements import Element, ElementKind, Run, text_of
from qa.load.front_matter import read_author, read_title
from qa.load.html import fragment_elements
from qa.load.labels import is_asked
from qa.load.marked_lines import with_marked_lines
from qa.load.markup import make_document
from qa.load.signatures import with_signatures

LOADER = "markdown/3"
_DEEPEST = 100
_LONGEST_MARKER = 4
_INLINE_NOTE = "inline note "
_UNSEEN = ("<script", "<style")


def load_markdown(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of a Markdown file's bytes; its places are lines of the file.

    Raises AlineaError for what is empty, no text, nested beyond measure, or without a paragraph.
    """
    text, encoding = decode(data, name)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(front_matter_plugin).use(deflist_plugin)
    parser.disable("footnote_tail")  # notes stay where they stand, those without a mark too
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise AlineaError(
            "too_deep", f"{name} is nested too deeply to be read whole: save it anew or convert it."
        )
    inline_notes = environment.get("footnotes", {}).get("list", {})
    elements = with_answers(with_signatures(_Reader(tokens, inline_notes).read()))
    elements = with_asked_lists(elements)
    document = make_document(elements, doc_id=doc_id, source=name, sha256=sha256, loader=LOADER)
    return replace(document, encoding=encoding, metadata=_stated(document, tokens))


def _stated(document: Document, tokens: Sequence[Token]) -> Metadata:
    """The metadata, with the title and the author of the front matter."""
    front = next((token for token in tokens if token.type == "front_matter"), None)
    lines = sum(bool(line.strip()) for line in front.content.split("\n")) if front else 0
    title, author = read_title(document, lines), read_author(document, lines)
    return replace(document.metadata, title=title, sender=author)


class _Reader:
    """Goes through the tokens of a file once."""

    def __init__(self, tokens: Sequence[Token], inline_notes: dict[int, Any]) -> None:
        self._tokens = tokens
        self._inline_notes = inline_notes
        self._markers: dict[str, str] = {}
        self._kinds = [(ElementKind.BODY, 1)]
        self._label = ""  # of the list item that has begun
        self._row: list[tuple[Run, ...]] | None = None  # the cells of an open row
        self._heads: list[str] = []
        self._terms: list[str] = []  # what each open list of definitions defines
        self._defining = False  # whether that is what comes now
        self._row_place = self._note_name = ""
        self._note: list[Element] | None = None  # the paragraphs of an open note

    def read(self) -> list[Element]:
        """The elements of the file in order, notes where they stand."""
        found: list[Element] = []
        for token in self._tokens:
            made = list(self._content(token))
            if self._note is not None and token.type != "footnote_reference_close":
                self._note += made
            else:
                found += made
            self._structure(token)
            self._definitions(token)
        return [replace(e, marker=self._markers.get(e.note, "")) if e.note else e for e in found]

    def _structure(self, token: Token) -> None:
        """Remember what opens and closes."""
        match token.type:
            case "heading_open":
                self._kinds.append((ElementKind.HEADING, int(token.tag[1])))
            case "list_item_open":
                self._kinds.append((ElementKind.LIST_ITEM, 1))
                self._label = f"{token.info}{token.markup} " if token.info else ""
            case "heading_close" | "list_item_close":
                self._kinds.pop()
            case "thead_open":
                self._heads = []
            case "tr_open":
                self._row = []
            case "tr_close":
                self._row = None
            case "footnote_reference_open":
                self._note, self._note_name = [], f"note {token.meta['label']}"
            case "footnote_reference_close":
                self._note = None

    def _definitions(self, token: Token) -> None:
        """Remember which lists of definitions are open."""
        match token.type:
            case "dl_open":
                self._terms.append("")
            case "dl_close":
                self._terms.pop()
            case "dt_open" | "dt_close":
                self._defining = token.nesting > 0

    def _content(self, token: Token) -> Iterator[Element]:
        """The elements that a token shows or completes."""
        match token.type:
            case "front_matter":
                for line in token.content.split("\n"):
                    yield Element(ElementKind.FURNITURE, (Run(line),), _place(token))
            case "fence" | "code_block":
                yield from self._made((Run(token.content),), token)
            case "html_block":
                for element in fragment_elements(token.content):
                    yield replace(element, locator=_place(token))
            case "inline":
                yield from self._inline(token)
            case "tr_close":
                yield self._table_row()
            case "footnote_reference_close":
                yield self._as_note(self._note_name, self._note or [])

    def _inline(self, token: Token) -> Iterator[Element]:
        runs = tuple(self._runs(token.children or []))
        if self._row is not None:
            self._row_place = _place(token)
            self._row.append(runs)
        else:
            by_hand = all(child.type != "softbreak" for child in token.children or [])
            for element in self._made(runs, token):
                yield from with_marked_lines(element, by_hand=by_hand)
        for run in runs:
            number = (run.note or "").removeprefix(_INLINE_NOTE)
            if run.note and number != run.note:
                inside = self._inline_notes.get(int(number), {}).get("tokens", [])
                text = tuple(Run(inner.text) for inner in self._runs(inside))
                yield self._as_note(run.note, [Element(ElementKind.BODY, text, _place(token))])

    def _made(self, runs: tuple[Run, ...], token: Token) -> Iterator[Element]:
        kind, level = self._kinds[-1]
        if kind is ElementKind.LIST_ITEM and self._label and self._note is None:
            runs = (Run(self._label), *runs)
        self._label = ""
        if kind is ElementKind.BODY and _is_bold(token):
            kind = ElementKind.QUESTION if is_bold_question(text_of(runs)) else kind
        context = self._terms[-1] if self._terms else ""
        if self._defining:
            self._terms[-1], context = text_of(runs), ""
            kind = ElementKind.QUESTION if is_asked(self._terms[-1]) else kind
        yield Element(kind, runs, _place(token), level, context)

    def _table_row(self) -> Element:
        cells = self._row or []
        runs = [run for cell in cells for run in (*cell, Run("\t"))][:-1]
        if not self._heads:
            self._heads = ["".join(r.text for r in cell if r.note is None) for cell in cells]
            return Element(ElementKind.FURNITURE, tuple(runs), self._row_place)
        context = BETWEEN_HEADS.join(head.strip() for head in self._heads if head.strip())
        return Element(ElementKind.TABLE_ROW, tuple(runs), self._row_place, context=context)

    def _as_note(self, name: str, parts: list[Element]) -> Element:
        runs = [run for part in parts for run in (*part.runs, Run(" "))]
        place = parts[0].locator if parts else None
        return Element(ElementKind.NOTE, tuple(runs), place, note=name)

    def _runs(self, tokens: Sequence[Token]) -> Iterator[Run]:
        """The characters of a line of text, marks of notes without any."""
        unseen = False  # within a script
        for token in tokens:
            if token.type == "html_inline":
                tag = token.content.lower()
                unseen = tag.startswith(_UNSEEN) or (unseen and not tag.startswith("</"))
                if tag.startswith("<br"):
                    yield Run("\n")
            elif token.type == "footnote_ref":
                label = token.meta.get("label")
                name = f"note {label}" if label else f"{_INLINE_NOTE}{token.meta['id']}"
                counted = str(len(self._markers) + 1)
                short = label if label and len(label) <= _LONGEST_MARKER else counted
                self._markers.setdefault(name, short)
                yield Run("", name)
            elif token.type in ("softbreak", "hardbreak"):
                yield Run("\n")
            elif token.type in ("text", "code_inline", "text_special") and not unseen:
                yield Run(token.content)


def _is_bold(token: Token) -> bool:
    """Whether all the text of a paragraph is bold."""
    depth, plain, children = 0, False, token.children or []
    for child in children:
        depth += child.nesting if child.type.startswith("strong") else 0
        plain = plain or (not depth and bool(child.content.strip()))
    return not plain and any(child.type == "strong_open" for child in children)


def _place(token: Token) -> str:
    first, end = token.map or (0, 1)
    return f"line {first + 1}" if end - first < 2 else f"lines {first + 1}-{end}"
