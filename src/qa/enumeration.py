"""Lists: within a paragraph, and over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.lang import Language, rules_of
from qa.list_marks import ListMark, marks_within, read_mark
from qa.passages import Passage

WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list in a paragraph, by the indexes of its sentences.

    It runs from `start` to `end` inclusive; each of `items` is the first sentence of one. The
    sentence at `start` is a `lead` if it says what the items are ("Er zijn drie redenen:").
    """

    start: int
    end: int
    items: tuple[int, ...]
    lead: bool


def find_enumerations(sentences: list[str], language: str) -> list[Enumeration]:
    """The lists in a paragraph's sentences, in order: two items or more each.

    Items begin with a bullet, a number or letter that counts on, or with words such as "ten
    tweede". An item may have several sentences; of the last, only the first is sure to
    belong to it.
    """
    rules = rules_of(language)
    found: list[Enumeration] = []
    index = 0
    while index < len(sentences):
        marked = _marked_items(sentences, index)
        items = marked or _worded_items(sentences, index, rules)
        if len(items) < 2:
            index += 1
            continue
        within = _opens_within(sentences[index], rules)
        before = not within and index > 0 and sentences[index - 1].endswith(":")
        # Words may follow a sentence that says what the items are without a colon.
        introduced = before or (index > 0 and not marked and not within)
        start = index - 1 if introduced else index
        found.append(Enumeration(start, items[-1], tuple(items), before or within))
        index = items[-1] + 1
    return found


def list_members(passages: Sequence[Passage], row: int) -> tuple[int, ...]:
    """Rows of a list over several paragraphs, the lead first, then its items in order.

    `row` is the lead, a paragraph that ends in a colon or asks, or one of the list items after it.
    Empty where there is no such list, or only one item, and where an item without a mark may
    lead items of its own: where these end, and its own list goes on, is not known.
    """
    lead = row
    while not _is_lead(passages, lead):
        if not passages[lead].list_item or not _adjoin(passages, lead - 1, lead):
            return ()
        lead -= 1
    if passages[lead].list_item and read_mark(passages[lead].text) is None:
        return ()
    members = [lead]
    marks = _Marks(read_mark(passages[lead].text))
    while _adjoin(passages, members[-1], members[-1] + 1):
        following = passages[members[-1] + 1]
        if not following.list_item or not marks.take(read_mark(following.text)):
            break
        members.append(members[-1] + 1)
    return tuple(members) if row in members and len(members) > 2 else ()


class _Marks:
    """The marks of a list's items so far, to tell whether one more belongs to it."""

    def __init__(self, lead: ListMark | None) -> None:
        self._lead = lead
        self._first: str | None = None
        self._some = False
        self._digits: set[bool] = set()  # whether an item has a number, or a letter

    def take(self, mark: ListMark | None) -> bool:
        """Take in the next item, unless it goes on with the lead's own list, or begins a new one.

        So it does where it counts on in a way that no item does: "2." after "a." and "b.". An item
        that ends in a colon may have items of its own, which belong to the list too.
        """
        if mark is not None and self._ends(mark):
            return False
        if mark is not None and not self._some:
            self._first = mark.text
        if mark is not None and not mark.bullet:
            self._digits.add(mark.text.isdigit())
        self._some = True
        return True

    def _ends(self, mark: ListMark) -> bool:
        if self._lead is not None and mark.follows(self._lead):
            return True
        if mark.bullet or not self._some:
            return False
        return mark.text == self._first or not (mark.first or mark.text.isdigit() in self._digits)


def _marked_items(sentences: list[str], index: int) -> list[int]:
    """Sentences that begin an item of the list that one begins or opens; itself the first."""
    marks = marks_within(sentences[index])
    if not marks or not marks[0].first:
        return []
    last, items = _last_in_order(marks), [index]
    for place in range(index + 1, len(sentences)):
        mark = read_mark(sentences[place])
        if mark and mark.follows(last):
            last = _last_in_order([mark, *marks_within(sentences[place])[1:]])
            items.append(place)
    return items


def _last_in_order(marks: list[ListMark]) -> ListMark:
    last = marks[0]
    for mark in marks[1:]:
        last = mark if mark.follows(last) else last
    return last


def _worded_items(sentences: list[str], index: int, rules: Language) -> list[int]:
    """The same for items that begin with words: "ten eerste" and on, or two sides."""
    cues = rules.cues
    counting = cues.first_items - cues.one_side, cues.next_items - cues.other_side
    for first, following in (counting, (cues.one_side, cues.other_side)):
        if not _opens_in_words(sentences[index], first):
            continue
        places = range(index + 1, len(sentences))
        others = [place for place in places if begins_with(sentences[place], following)]
        if others:
            return [index, *others]
    return []


def _opens_in_words(sentence: str, phrases: frozenset[str]) -> bool:
    """Whether the first item begins with words, at the start or, of several words, anywhere."""
    long = [phrase for phrase in phrases if " " in phrase]
    return begins_with(sentence, phrases) or any(f" {p} " in sentence.lower() for p in long)


def begins_with(sentence: str, phrases: frozenset[str]) -> bool:
    """Whether a sentence begins with one of some phrases, each of them five words at most."""
    bare = " ".join(WORD.findall(sentence.lower())[:5]) + " "
    return any(bare.startswith(f"{phrase} ") for phrase in phrases)


def _opens_within(sentence: str, rules: Language) -> bool:
    """Whether a sentence says what the items are, and then begins the first of them."""
    if read_mark(sentence) or begins_with(sentence, rules.cues.first_items):
        return False
    return ": " in sentence


def _is_lead(passages: Sequence[Passage], row: int) -> bool:
    """Whether a paragraph ends in a colon, or is a question that a list may answer."""
    passage = passages[row]
    closing = (":",) if passage.list_item else (":", "?")
    return passage.kind == "paragraph" and passage.text.endswith(closing)


def _adjoin(passages: Sequence[Passage], row: int, following: int) -> bool:
    """Whether two rows are paragraphs of one section that follow each other."""
    if row < 0 or following >= len(passages):
        return False
    one, other = passages[row], passages[following]
    same = (one.document, one.heading) == (other.document, other.heading)
    return same and one.kind == other.kind == "paragraph"
