"""The parse of a document as one HTML page: the source beside what was recognised in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from qa.doctor.outline import Doubt, doubtful, stated
from qa.doctor.page_images import PageImage
from qa.doctor.parse import Part
from qa.doctor.placed import Placed
from qa.document import Document, Footnote, Paragraph, ParagraphKind, Section
from qa.ledger import Role, ledger
from qa.reading import Span

_CLASSES = {
    Role.BODY: "body",
    Role.HEADING: "heading",
    Role.FOOTNOTE: "note",
    Role.MARK: "mark",
    Role.FURNITURE: "furniture",
}
_LEGEND = {
    "body": "paragraph",
    "heading": "heading",
    "list": "list item",
    "row": "table row",
    "question": "question",
    "note": "note",
    "mark": "mark of a note",
    "furniture": "taken out",
    "loose": "in nothing",
}
_KINDS = {
    ParagraphKind.BODY: "body",
    ParagraphKind.LIST_ITEM: "list",
    ParagraphKind.TABLE_ROW: "row",
    ParagraphKind.SIGNATURE: "body",
    ParagraphKind.QUESTION: "question",
}


def render(document: Document, parts: list[Part], images: list[PageImage]) -> str:
    """The page, which needs nothing beside itself; `images` are the first pages, or none."""
    style = files("qa.doctor").joinpath("page.css").read_text("utf-8")
    title = escape(f"{document.id}: how it was read")
    legend = " ".join(f'<span class="{name}">{said}</span>' for name, said in _LEGEND.items())
    facts = "".join(
        f"<dt>{name}</dt><dd>{escape(value)} <span class='id'>{escape(place)}</span></dd>"
        for name, value, place in stated(document)
    )
    head = (
        f"<header><h1>{title}</h1><p>{escape(document.source)}, read by "
        f"{escape(document.loader)}. {_to_look_at(parts)}</p><dl>{facts}</dl>"
        f"<p>{legend}</p></header>"
    )
    units, runs = _units(document), _runs(document)
    shapes = _shapes(document) if images else {}
    shown = "\n".join(
        _part(document, part, f"part-{number}", units, runs, images, shapes)
        for number, part in enumerate(parts, start=1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{style}</style></head>\n<body>{head}\n<main>\n{shown}\n</main></body></html>\n"
    )


def _to_look_at(parts: list[Part]) -> str:
    """How much there is to look at, with links to where."""
    doubts = sum(part.doubts for part in parts)
    if not doubts:
        return "Nothing to look at."
    places = ", ".join(
        f'<a href="#part-{number}">{escape(part.name)}</a>'
        for number, part in enumerate(parts, start=1)
        if part.doubts
    )
    return f"{doubts} thing{'s' if doubts > 1 else ''} to look at: {places}."


def _runs(document: Document) -> list[tuple[Span, str]]:
    """Runs of the source with the class each is shown in."""
    try:
        return [(span, _CLASSES.get(role, "")) for span, role in ledger(document)]
    except ValueError:  # a character without a role: show what there is, the rest as loose
        return [((0, len(document.text)), "loose")]


def _part(
    document: Document,
    part: Part,
    name: str,
    units: Placed[Paragraph | Footnote | Section],
    runs: list[tuple[Span, str]],
    images: list[PageImage],
    shapes: dict[int, list[str]],
) -> str:
    """What was done in a part, then its source beside what was recognised in it."""
    doubts = "".join(f"<li>{_linked(doubt)}</li>" for doubt in doubtful(part))
    hyphens = "".join(
        f"<li>{escape(word.source)} → {escape(word.result)}</li>" for word in part.hyphens
    )
    removed = "".join(f"<li>{escape(' '.join(text.split()))}</li>" for text in part.furniture)
    if part.page is not None and part.page <= len(images):
        left = _pictured(part, images[part.page - 1], shapes.get(part.page, []))
    else:
        left = f'<pre class="source">{_coloured(document, part.span, runs)}</pre>'
    right = "".join(_read(document, units.within(part.span)))
    lists = (("To look at", "doubts", doubts), ("Hyphens", "", hyphens), ("Removed", "", removed))
    aside = "".join(
        f'<details{" open" if look else ""} class="{look}"><summary>{label}</summary>'
        f"<ul>{items}</ul></details>"
        for label, look, items in lists
        if items
    )
    counts = ", ".join(f"{kind} {count}" for kind, count in part.counts.items())
    return (
        f'<section id="{name}">'
        f"<h2>{escape(part.name)}</h2><p class='counts'>{escape(counts)}</p>{aside}"
        f'<div class="beside"><div>{left}</div><div class="read">{right}</div></div></section>'
    )


def _linked(doubt: Doubt) -> str:
    """A doubt, with a link to the unit that it is about."""
    if doubt.unit is None:
        return escape(doubt.text)
    return f'<a href="#{escape(doubt.unit)}">{escape(doubt.place)}</a>{escape(doubt.text)}'


def _units(document: Document) -> Placed[Paragraph | Footnote | Section]:
    """What was recognised in a document, in the source's order."""
    units: list[tuple[int, Paragraph | Footnote | Section]] = [
        *((s.title_spans[0][0], s) for s in document.sections if s.title_spans),
        *((p.reading.pieces[0][0], p) for p in document.paragraphs),
        *((n.reading.pieces[0][0], n) for n in document.footnotes if n.reading.pieces),
    ]
    return Placed(sorted(units, key=lambda item: item[0]))


def _read(document: Document, units: list[Paragraph | Footnote | Section]) -> Iterator[str]:
    for unit in units:
        if isinstance(unit, Section):
            level = min(unit.level + 2, 6)
            yield f'<h{level} class="heading">{escape(unit.title or "")}</h{level}>'
        elif isinstance(unit, Footnote):
            label = f'<b class="id">note {escape(unit.marker)}</b> '
            yield f'<p class="note" id="{escape(unit.id)}">{label}{escape(unit.text)}</p>'
        else:
            name, label = _KINDS[unit.kind], f'<b class="id">{unit.number}</b> '
            yield f'<p class="{name}" id="{escape(unit.id)}">{label}{_marked(document, unit)}</p>'


def _marked(document: Document, paragraph: Paragraph) -> str:
    """A paragraph's reading text, with its marks shown where they were taken out."""
    parts, position = [], 0
    for reference in paragraph.footnotes:
        parts.append(escape(paragraph.text[position : reference.at]))
        note = document.unit(reference.id)
        marker = (note.marker if isinstance(note, Footnote) else "") or "note"
        parts.append(f'<a class="mark" href="#{escape(reference.id)}">{escape(marker)}</a>')
        position = reference.at
    return "".join([*parts, escape(paragraph.text[position:])])


def _coloured(document: Document, span: Span, runs: list[tuple[Span, str]]) -> str:
    first = bisect_right(runs, span[0], key=lambda run: run[0][1])
    last = bisect_left(runs, span[1], key=lambda run: run[0][0])
    shown = []
    for (start, end), name in runs[first:last]:
        begin, stop = max(start, span[0]), min(end, span[1])
        if begin < stop:  # nothing of a page that is empty
            text = escape(document.text[begin:stop])
            shown.append(f'<span class="{name}">{text}</span>' if name else text)
    return "".join(shown)


def _shapes(document: Document) -> dict[int, list[str]]:
    """By page, a box over each line of what was recognised on it."""
    recognised: list[tuple[tuple[Span, ...], str, str]] = [
        *((s.title_spans, "heading", "") for s in document.sections if s.title_spans),
        *((p.reading.pieces, _KINDS[p.kind], p.id) for p in document.paragraphs),
        *((n.reading.pieces, "note", n.id) for n in document.footnotes),
        *(((span,), "furniture", "") for span in document.furniture),
    ]
    shapes: dict[int, list[str]] = defaultdict(list)
    for spans, name, unit_id in recognised:
        for box in document.boxes_of(spans):
            shape = (
                f'<rect class="{name}" x="{box.left:.1f}" y="{box.top:.1f}" '
                f'width="{box.right - box.left:.1f}" height="{box.bottom - box.top:.1f}">'
                f"<title>{escape(unit_id or name)}</title></rect>"
            )
            linked = f'<a href="#{escape(unit_id)}">{shape}</a>' if unit_id else shape
            shapes[box.page].append(linked)
    return shapes


def _pictured(part: Part, image: PageImage, shapes: Sequence[str]) -> str:
    """The page's picture with what was recognised on it over it."""
    return (
        f'<svg viewBox="0 0 {image.width:.1f} {image.height:.1f}" role="img" '
        f'aria-label="{escape(part.name)}"><image href="{image.uri}" width="{image.width:.1f}" '
        f'height="{image.height:.1f}"/>{"".join(shapes)}</svg>'
    )
