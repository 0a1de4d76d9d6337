"""The keyword leg of retrieval: BM25 over texts of several languages, as shares of its ceiling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Analyser, Forms
from qa.lexical import Lexical, Rows, Scores


@dataclass(frozen=True, slots=True)
class KeywordText:
    """A text to be found by its words, in its language, of the document with this number."""

    text: str
    language: str
    document: int


class Keywords:
    """Finds texts by the words of a question, each text in its own language.

    Shares are of the most that the question could score. Words that no text has count in that
    most. So an English question on Dutch texts, which share little but names and numbers, gives
    small shares, and vectors decide. Counting known words only was tried there, and gave chance
    hits more weight than that: first passage right for 0.50 of the English development questions
    instead of 0.67.
    """

    def __init__(self, texts: Iterable[KeywordText], analyser: Analyser) -> None:
        self._analyser = analyser
        languages: list[str] = []
        self._lexical = Lexical(self._terms(texts, languages))
        self._codes = sorted(set(languages))
        numbers = {code: number for number, code in enumerate(self._codes)}
        self._language = np.array([numbers[code] for code in languages], dtype=np.int8)

    def scores(self, question: str, language: str) -> tuple[Scores, Scores]:
        """BM25 of each text, and as a share of the most it could be; both of shape (size,)."""
        return self._scores(question, language, self._language, self._lexical.scores)

    def scores_of(self, rows: Rows, question: str, language: str) -> tuple[Scores, Scores]:
        """The same for some texts alone; both of shape (len(rows),)."""
        some = partial(self._lexical.scores_of, rows)
        return self._scores(question, language, self._language[rows], some)

    def _scores(
        self,
        question: str,
        language: str,
        languages: NDArray[np.int8],
        score: Callable[[list[Forms]], Scores],
    ) -> tuple[Scores, Scores]:
        total, shares = np.zeros(len(languages)), np.zeros(len(languages))
        for number, own in enumerate(self._codes):
            asked = self._analyser.question_forms(question, own, language)
            found = score(asked)
            if len(self._codes) > 1:
                found[languages != number] = 0.0
            total += found
            shares += found / (self._lexical.ceiling(asked) or 1.0)
        return total, shares

    def _terms(self, texts: Iterable[KeywordText], languages: list[str]) -> Iterator[list[str]]:
        """The terms of each text; its language goes onto the list."""
        for text in texts:
            languages.append(text.language)
            yield self._analyser.document_terms(text.text, text.language, text.document)
