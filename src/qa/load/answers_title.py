"""The title of a letter that has none but over its answers: "Antwoorden … op Kamervragen …"."""

from __future__ import annotations

import itertools

from qa.document import Document, MetadataField
from qa.load.labels import read_label, speaks_of_answers


def read_answers_title(document: Document) -> MetadataField | None:
    """The heading right above the first question, if it speaks of answers."""
    for section, following in itertools.pairwise(document.sections):
        label = read_label(following.title or "")
        if label is None or not label.asks:
            continue
        title = section.title or ""
        if read_label(title) is not None or not speaks_of_answers(title):
            return None
        return MetadataField(title, (section.title_spans[0][0], section.title_spans[-1][1]))
    return None
