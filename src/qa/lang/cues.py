"""The words by which sentences lean on each other, items are counted and lists asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of one language, all in lower case.

    `continuing` words begin a sentence that goes on with the one before it. A `bare` word
    stands for something before it where one of `verbs` follows ("Het betreft"), and one of
    `pronouns` where a verb precedes it ("waren zij"). `joining` words stand before the
    last of several things. `first_items` are phrases that begin the first item of a list,
    `next_items` those of the others; `one_side` and `other_side` are those of them that count
    two sides: there is no third, nor a last.

    `list_words` and `list_openers` ask for a list, and so do `list_commands` as first words
    ("Name the …", "Som op …"; "the name of" does not). So does one of `choosing` before a plural:
    a word that ends in one of `plural_endings` and is none of `singulars`, or one of `counts`,
    with only words between that are of `comparing` or end in one of `adjective_endings`.
    """

    continuing: frozenset[str]
    bare: frozenset[str]
    verbs: frozenset[str]
    pronouns: frozenset[str]
    joining: frozenset[str]
    first_items: frozenset[str]
    next_items: frozenset[str]
    one_side: frozenset[str]
    other_side: frozenset[str]
    list_words: frozenset[str]
    list_commands: frozenset[str]
    list_openers: tuple[str, ...]
    choosing: tuple[str, ...]
    plural_endings: tuple[str, ...]
    singulars: frozenset[str]
    adjective_endings: tuple[str, ...]
    comparing: frozenset[str]
    counts: frozenset[str]
