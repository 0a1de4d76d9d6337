"""How a sentence says, without brackets, what a short form stands for, in Dutch and English."""

from __future__ import annotations

# Between a short form and the long one after it.
STANDS_FOR = (
    r"(?:staat|staan|stond) voor",
    r"is (?:de|een) afkorting (?:van|voor)",
    r"(?:stands?|stood) for",
    r"is (?:short|an? (?:abbreviation|acronym)) (?:for|of)",
)
# Between a long form and the short one after it.
SHORTENED_TO = (
    r"(?:ook wel )?afgekort(?: (?:als|tot))?",
    r"in het kort",
    r"(?:also )?abbreviated(?: (?:as|to))?",
    r"in short",
)
