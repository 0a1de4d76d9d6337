"""The words by which sentences lean on each other, items are counted and lists asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of one language, all in lower case.

    `continuing` words begin a sentence that goes on with the one before it. A `bare` word
    stands for something before it where one of `verbs` follows ("Het betreft"), and one of
    `pronouns` where a verb precedes it ("waren zij"). `joining` words stand before the
    last of several things, and one of `verbs` after that makes it a sentence. `first_items` are
    phrases that begin the first item of a list, `next_items` those of the others; `one_side` and
    `other_side` are those of them that count two sides: there is no third, nor a last.

    `list_words` and `list_openers` ask for a list, and so do `list_commands` as first words
    ("List the …", "Som op …"; "on the list" does not), and `naming_commands` unless what they
    name is one thing ("Noem de minister"). So does one of `choosing` before a plural: a word of
    `plurals` or `counts`, or one that ends in one of `plural_endings`, in none of
    `singular_endings`, and is none of `singulars`. Between the two stand only `modifiers` and
    words that end in one of `adjective_endings`.

    Where `verbs_in_plural` are endings that verbs have too ("signs"), a word with one of them is
    no plural before `objects`, nor after one of `pronominal`, which need no noun after them
    ("What explains"), or after another noun, unless it ends in one of `nominal_endings` or what
    follows tells, such as a verb or a word in one of `participles`. `singulars` hold frequent
    verbs too.
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
    naming_commands: frozenset[str]
    list_openers: tuple[str, ...]
    choosing: tuple[str, ...]
    pronominal: frozenset[str]
    plurals: frozenset[str]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]
    singulars: frozenset[str]
    adjective_endings: tuple[str, ...]
    modifiers: frozenset[str]
    counts: frozenset[str]
    verbs_in_plural: tuple[str, ...]
    nominal_endings: tuple[str, ...]
    objects: frozenset[str]
    participles: tuple[str, ...]
