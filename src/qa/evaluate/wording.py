"""How much of a question is said in the words of the sentence that answers it."""

from __future__ import annotations

from qa.analysis import analyse, content_terms
from qa.document import Document, Paragraph
from qa.evaluate.questions import EvalQuestion, Gold
from qa.passages import document_language

OTHER_WORDS = 0.5  # a question that shares no more than this is in other words


def shared_words(question: EvalQuestion, units: dict[str, Document]) -> float:
    """Share of the question's terms that its gold sentence has too, 0 to 1.

    `units` maps the ids of paragraphs and footnotes to their documents. Of several right
    places the one counts that shares most.
    """
    return max((_shared(question, gold, units[gold.id]) for gold in question.gold), default=0.0)


def _shared(question: EvalQuestion, gold: Gold, document: Document) -> float:
    language = document_language(document)
    asked = set(content_terms(question.question, language, question.lang))
    return len(asked & set(analyse(_gold_sentences(document, gold), language))) / max(len(asked), 1)


def _gold_sentences(document: Document, gold: Gold) -> str:
    unit, (start, end) = document.unit(gold.id), gold.reading_span
    spans = [s.reading_span for s in unit.sentences] if isinstance(unit, Paragraph) else []
    return " ".join(unit.text[a:b] for a, b in spans if a < end and start < b) or unit.text
