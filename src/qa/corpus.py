"""What answers are made of: the units of one state of an index, read where they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qa.document import Document
from qa.passages import Passage, SectionPassage
from qa.result import Citation
from qa.retrieval.rows import Taken


class Corpus(Protocol):
    """What is shown of an index: its units are read one by one, where they are needed."""

    @property
    def passages(self) -> Sequence[Passage]:
        """All passages, in order of row."""
        ...

    @property
    def wordings(self) -> Taken:
        """A number for each passage, equal for those that say the same word for word."""
        ...

    def document(self, number: int) -> Document:
        """A whole document."""
        ...

    def citation(self, row: int) -> Citation:
        """The citation of a passage, without the others that say the same."""
        ...

    def section(self, row: int) -> tuple[SectionPassage, Citation]:
        """A section and its citation."""
        ...

    def same_wording(self, row: int) -> list[int]:
        """Rows of all passages that say the same word for word, this one too."""
        ...
