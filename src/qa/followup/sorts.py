"""Of what sort a name is, and which name of a question another takes the place of."""

from __future__ import annotations

import re

from qa.followup.names import Name, names_of
from qa.followup.phrases import Phrase, Word, is_title, words_of
from qa.followup.subjects import subject_of
from qa.lang.actors import ACTORS
from qa.lang.followups import FOLLOW_UPS, SURNAME_PARTICLES

_PERSONAL = {"person", "plain"}


def sort_of(words: list[Word], language: str) -> str:
    """What a name is of: a "party", a "law", a "place", a "person", "initials", else "plain"."""
    rules, actors = FOLLOW_UPS[language], ACTORS[language]
    words = [word for word in words if word.lower not in rules.determiners] or words
    lows = [word.text.lower() for word in words]
    if lows[0] in rules.persons:
        return "person"
    if all(part in actors.parties for part in re.split(r"[-/]", lows[0])):
        return "party"
    if any(is_title(word, language) or word.lower in rules.open_titles for word in words):
        return "law"
    if lows[-1] in actors.places or lows[-1].endswith(actors.place_endings):
        return "place"
    inside = words[0].text[1:].replace(".", "")
    if len(words) == 1 and any(char.isupper() or char.isdigit() for char in inside):
        return "person" if "-" in inside else "initials"
    return "plain"


def put_name(previous: str, phrase: Phrase, language: str) -> str | None:
    """The previous question with a name in place of the one that is clearly meant."""
    names = names_of(previous, language)
    if phrase.preposition:
        names = [name for name in names if name.preposition == phrase.preposition]
        name = names[0] if len(names) == 1 else None
    else:
        name = _chosen(names, phrase, previous, language)
    if name is None or name.end is None:
        return None
    return previous[: name.start] + phrase.text + previous[name.end :]


def _chosen(names: list[Name], phrase: Phrase, previous: str, language: str) -> Name | None:
    """The name that one without a preposition stands for: of its sort, or the subject."""
    sort = sort_of(list(phrase.words), language)
    sorts = [_sort_in(previous, name, language) for name in names]
    if len(names) == 1:
        subject = subject_of(previous, language)
        acts = subject is not None and subject.kind == "agent" and bool(names[0].preposition)
        other = sort in {"party", "person"} and sorts[0] != sort
        return None if (acts and other) or _clash(sort, sorts[0]) else names[0]
    alike = [name for name, own in zip(names, sorts, strict=True) if _alike(sort, own)]
    if len(alike) == 1 and (sort != "plain" or not alike[0].preposition):
        return alike[0]
    loose = [at for at, name in enumerate(names) if not name.preposition]
    if len(loose) != 1:
        return None
    subject_name, own = names[loose[0]], sorts[loose[0]]
    follows = next((at for at, name in enumerate(names) if name.start > subject_name.start), None)
    both_plain = own == "plain" and follows is not None and sorts[follows] == "plain"
    if _clash(sort, own) or (both_plain and _may_go_on(previous, subject_name)):
        return None
    if sort == "plain" and own not in _PERSONAL and "plain" in sorts:
        return None
    return subject_name


def _sort_in(text: str, name: Name, language: str) -> str:
    end = len(text) if name.end is None else name.end
    return sort_of(words_of(text[name.start : end]), language)


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} == _PERSONAL


def _clash(sort: str, subject: str) -> bool:
    """Whether a name cannot do what another does: a law does not vote, nor a country stand."""
    if sort == "law" or subject == "law":
        return sort != subject and {sort, subject} & {"party", "person"} != set()
    return sort == "place" and subject in {"party", "person"}


def _may_go_on(text: str, name: Name) -> bool:
    """Whether "van" after a name may be of it: "Jan van Dijk", not "de PVV van"."""
    words = words_of(text[name.end :]) if name.end else []
    after = words[0].text if words else ""
    one = " " not in text[name.start : name.end]
    return one and after in SURNAME_PARTICLES and words[1].text[0].isupper()
