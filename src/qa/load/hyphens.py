"""Whether a hyphen at a line end belongs to the word, or only split it.

The words of the document itself decide first, then a Dutch and English word list (simplemma's),
and rules of Dutch spelling only where neither knows the word: a document joins where nothing speaks
for the hyphen, for most line ends are words split.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from qa.lang import detect_language
from qa.lang.writing import (
    ADJECTIVE_ENDS,
    CLASHES,
    FIRST_ADJECTIVE_ENDS,
    HYPHENED_PREFIXES,
    OTHER_ADJECTIVE_ENDS,
    SMALL_INITIALS,
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-?[ \t]*-[ \t]*\n)")
_HEAD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouyà-öø-ÿ]", re.I)
_ADJECTIVE = re.compile(rf"\w+(?:{'|'.join(FIRST_ADJECTIVE_ENDS)})")
_INFLECTED = re.compile(
    rf"\w+(?:(?:{'|'.join(ADJECTIVE_ENDS)})e?|{'|'.join(OTHER_ADJECTIVE_ENDS)})"
)


class Hyphens:
    """Decides about the hyphens at the line ends of one source text."""

    def __init__(self, source: str) -> None:
        self._source = source

    def keeps(self, before: str, after: str) -> bool:
        """Whether the hyphen between two parts of a word is kept ("EU-/agentschappen").

        `before` is what stands before the hyphen without a blank between, `after` what
        stands at the start of the next line.
        """
        head_match = _HEAD.match(after)
        if head_match is None or not before or not before[-1].isalpha():
            return True
        head, tail = head_match.group(), before.rsplit("-", 1)[-1]
        if ("-" in before and "-" in after.strip("-")) or any(char.isdigit() for char in tail):
            return True  # "ver-van-/mijn-bed-show", "G20-/landen"
        if tail.isupper() and head.isupper() and len(tail + head) > len("COVID"):
            return not self._known(tail + head) and self._known(tail) and self._known(head)
        if head[0].isupper() or len(tail) == 1 or tail.isupper() or not _VOWEL.search(tail):
            return True  # a name, a letter ("e-/mail"), initials, or no syllable
        written = self._as_written_elsewhere(before, after, tail, head)
        return self._as_spelled(tail.lower(), head) if written is None else written

    def _as_written_elsewhere(self, before: str, after: str, tail: str, head: str) -> bool | None:
        """What the document or the word list has; None where neither knows the word."""
        with_hyphen = {f"{before}-{after}".lower(), f"{tail}-{head}".lower()}
        joined = {f"{before}{after}".lower(), f"{tail}{head}".lower()}
        kept = max(self._counts[word] for word in with_hyphen)
        split = max(self._counts[word] for word in joined)
        listed = any(self._known(word) for word in joined)
        if kept > split:
            return not listed or any(self._known(word) for word in with_hyphen)
        if split or listed:
            return False
        return True if any(self._known(word) for word in with_hyphen) else None

    def _as_spelled(self, tail: str, head: str) -> bool:
        """What spelling asks for a word that is known neither split nor whole."""
        if tail in HYPHENED_PREFIXES or tail in SMALL_INITIALS:
            return True
        if not self._known(head) or len(head) < 3:
            return False
        if tail[-1] + head[0] in CLASHES and len(tail) > 2:
            return True
        if _ADJECTIVE.fullmatch(tail) and _INFLECTED.fullmatch(head):
            return True  # "politiek-bestuurlijke"
        return self._english and len(tail) > 2 and self._known(tail)

    @cached_property
    def _counts(self) -> Counter[str]:
        """Words as the document writes them within its lines."""
        return Counter(word.lower() for word in _WORD.findall(self._source))

    @cached_property
    def _english(self) -> bool:
        return detect_language(self._source) == "en"

    @staticmethod
    def _known(word: str) -> bool:
        from simplemma import is_known  # its lists take a second to open

        return bool(is_known(word.lower(), lang=("nl", "en")))
