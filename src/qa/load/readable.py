"""Whether a text has words at all: some extractors lose the blanks between them."""

from __future__ import annotations

import re

from qa.errors import AlineaError

# Latin letters and marks without a blank or a slash, for addresses are long too.
_RUN = re.compile(r"[!-.0-~\u00a1-\u02ff\u2010-\u2027]{60,}")
_FEWEST = 1000  # characters in such runs


def require_words(text: str, name: str) -> None:
    """Raise AlineaError where more than half of a text is letters run together.

    Without words there is nothing to find or to cite in it, and it is slow to split.
    """
    run_together = sum(len(run) for run in _RUN.findall(text))
    if run_together > max(_FEWEST, len(text) / 2):
        raise AlineaError(
            "garbled_text",
            f"{name} is garbled, its words have no blanks between them: take the text from the "
            "original anew, or leave the file out.",
        )
