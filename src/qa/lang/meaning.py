"""How a question asks what a short form stands for, or for the short form of a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whole questions as regular expressions, without the mark at their end.

    `short_forms` ask what a short form stands for, `long_forms` for that of a long one; either is
    the group `name`.
    """

    short_forms: tuple[str, ...]
    long_forms: tuple[str, ...]


_SHORT = r"(?P<name>\S+(?: \S+){0,3}?)"
_LONG = r"(?P<name>\S+(?: \S+){1,11}?)"

_NOUN = (
    r"(?:(?:de |het )?(?:afkorting|letters?|lettercombinatie|letterwoord|acroniem|term|begrip|naam"
    r"|woord) )?"
)
_EXACTLY = r"(?: (?:eigenlijk|precies|voluit|ook al ?weer))?"
_WHERE = r"(?: (?:in|bij|op|binnen|volgens) .+)?"
DUTCH_MEANING = Meaning(
    (
        rf"(?:en )?waar(?:voor)? (?:staat|staan) {_NOUN}{_SHORT}{_EXACTLY}(?: voor)?{_WHERE}",
        rf"wat (?:betekent|betekenen) {_NOUN}{_SHORT}{_EXACTLY}{_WHERE}",
        rf"(?:wat is )?de (?:volledige )?betekenis van {_NOUN}{_SHORT}{_WHERE}",
        rf"wat wordt (?:er )?(?:met|onder) {_NOUN}{_SHORT}{_WHERE} (?:bedoeld|verstaan)",
        rf"wat wordt (?:er )?(?:bedoeld|verstaan) (?:met|onder) {_NOUN}{_SHORT}{_WHERE}",
        rf"wat (?:is|betekent|houdt) {_NOUN}{_SHORT} (?:voluit|in)",
        rf"hoe (?:luidt|heet|schrijf je) {_NOUN}{_SHORT} voluit",
        rf"wat is de (?:volledige|hele) (?:naam|benaming) (?:van|achter) {_NOUN}{_SHORT}{_WHERE}",
        rf"(?:waar|waarvan) is {_SHORT} (?:de|een) afkorting(?: van)?",
        rf"(?:betekenis|afkorting)(?: van)?(?: de)?(?: afkorting)? {_SHORT}(?: betekenis)?",
        rf"{_SHORT} (?:betekenis|afkorting|voluit)",
    ),
    (
        rf"(?:wat is|hoe luidt) de afkorting (?:van|voor) {_LONG}{_WHERE}",
        rf"(?:met )?welke (?:afkorting|letters) .*\b(?:voor|van) {_LONG}{_WHERE}",
        rf"hoe (?:wordt|worden|kort \S+) {_LONG}{_WHERE} (?:afgekort|af)",
    ),
)

_TERM = r"(?:the )?(?:(?:abbreviation|acronym|letters?|term|name|word) )?"
_THERE = r"(?: (?:in|at|on|within|according) .+)?"
ENGLISH_MEANING = Meaning(
    (
        rf"what (?:does|do) {_TERM}{_SHORT} (?:actually )?(?:stand for|mean){_THERE}",
        rf"what is {_TERM}{_SHORT} (?:short for|an (?:abbreviation|acronym) (?:of|for))",
        rf"what(?: is|'s|’s) the (?:meaning|full name) of {_TERM}{_SHORT}{_THERE}",
        rf"what is meant by {_TERM}{_SHORT}{_THERE}",
        rf"(?:meaning|abbreviation|acronym)(?: of)? {_SHORT}(?: meaning)?",
        rf"{_SHORT} (?:meaning|abbreviation|acronym|stands for(?: what)?|in full)",
    ),
    (
        rf"what is the (?:abbreviation|acronym) (?:of|for) {_LONG}{_THERE}",
        rf"(?:which|what) (?:abbreviation|acronym|letters) .*\b(?:for|of) {_LONG}{_THERE}",
        rf"how (?:is|are) {_LONG} abbreviated{_THERE}",
    ),
)
