"""A document in a few lines, for tests to compare with what they expect."""

from qa.document import Document
from qa.ledger import ledger


def view(document: Document) -> list[str]:
    """Headings ("# …"), paragraphs ("kind: …") and furniture ("~ …") in order, then notes.

    Also proves the ledger whole and each reading true to the source.
    """
    ledger(document)
    for unit in (*document.paragraphs, *document.footnotes):
        assert unit.reading.render(document.text) == unit.text
        assert unit.text == unit.text.strip() != ""
    titles = [(s.span[0], f"{'#' * s.level} {s.title}") for s in document.sections if s.title]
    paragraphs = [(p.reading.pieces[0][0], f"{p.kind}: {p.text}") for p in document.paragraphs]
    furniture = [(s, f"~ {document.text[s:e]}") for s, e in document.furniture]
    notes = [f"{n.marker} | {n.text}" for n in document.footnotes]
    return [line for _, line in sorted([*titles, *paragraphs, *furniture])] + notes


def marked(document: Document) -> list[str]:
    """Each paragraph that refers to notes, with [marker] where it does."""
    markers = {note.id: note.marker for note in document.footnotes}
    found = []
    for paragraph in document.paragraphs:
        text = paragraph.text
        for reference in reversed(paragraph.footnotes):
            text = f"{text[: reference.at]}[{markers[reference.id]}]{text[reference.at :]}"
        if paragraph.footnotes:
            found.append(text)
    return found
