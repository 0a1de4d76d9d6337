"""The keyword leg of retrieval: BM25 over texts of several languages, as shares of its ceiling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Analyser, Forms
from qa.retrieval.lexical import Lexical, Scores
from qa.retrieval.rows import Rows, Taken


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

    def __init__(
        self, lexical: Lexical, languages: Taken, codes: Sequence[str], analyser: Analyser
    ) -> None:
        """`languages` has a number for each text, the place of its language in `codes`."""
        self._lexical, self._analyser = lexical, analyser
        self._languages, self._codes = languages, codes

    @classmethod
    def of(cls, texts: Iterable[KeywordText], analyser: Analyser) -> Keywords:
        """Analyse and count texts."""
        found: list[str] = []
        lexical = Lexical.of(analysed(texts, analyser, found))
        codes = sorted(set(found))
        numbers = {code: number for number, code in enumerate(codes)}
        languages = np.array([numbers[code] for code in found], dtype=np.int8)
        return cls(lexical, languages, codes, analyser)

    def scores(self, question: str, language: str) -> tuple[Scores, Scores]:
        """BM25 of each text, and as a share of the most it could be; both of shape (size,)."""
        return self._scores(question, language, self._languages[:], self._lexical.scores)

    def scores_of(self, rows: Rows, question: str, language: str) -> tuple[Scores, Scores]:
        """The same for some texts alone; both of shape (len(rows),)."""
        some = partial(self._lexical.scores_of, rows)
        return self._scores(question, language, self._languages[rows], some)

    def asked(self, question: str, language: str) -> list[str]:
        """The terms to find texts by, whatever their language, each once."""
        found: dict[str, None] = {}
        for own in self._codes:
            found.update(dict.fromkeys(self._analyser.question_terms(question, own, language)))
        return list(found)

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
            if len(self._codes) == 1:
                return found, found / (self._lexical.ceiling(asked) or 1.0)
            found[languages != number] = 0.0
            total += found
            shares += found / (self._lexical.ceiling(asked) or 1.0)
        return total, shares


def analysed(
    texts: Iterable[KeywordText], analyser: Analyser, languages: list[str]
) -> Iterator[list[str]]:
    """The terms of each text; its language goes onto the list."""
    for text in texts:
        languages.append(text.language)
        yield analyser.document_terms(text.text, text.language, text.document)
