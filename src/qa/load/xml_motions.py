"""Motions in proceedings: the motion, and under it what the chair says of it."""

from __future__ import annotations

import itertools

from lxml import etree

from qa.load.xml_text import Text


def moved(motion: etree._Element) -> str:
    """By whom a motion was moved and under which number, as the chair says after it."""
    info = motion.iterchildren("{*}motie-info")
    return _text([said for part in info for said in part.iterchildren("{*}al")])


def requested(info: etree._Element) -> str:
    """What the motion asks for that the chair speaks of, who names neither it nor its subject.

    The last paragraph passes on to the order of the day; the request is the one before, and those
    above that begin with the same word.
    """
    parent = info.getparent()
    said = list(parent.iterchildren("{*}al"))[:-1] if parent is not None else []
    last = _first_word(said[-1]) if said else ""
    asking = itertools.takewhile(lambda one: _first_word(one) == last, reversed(said))
    return _text([*asking][::-1]).rstrip(" ,;")


def _first_word(paragraph: etree._Element) -> str:
    return next(iter(_text([paragraph]).split(maxsplit=1)), "")


def _text(paragraphs: list[etree._Element]) -> str:
    text = Text({}, {})
    for paragraph in paragraphs:
        text.add_node(paragraph)
    return "".join(run.text for run in text.runs())
