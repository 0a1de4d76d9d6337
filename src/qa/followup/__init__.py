"""Questions that take up the one before them, made whole by plain rules.

"En in 2015?" after "Hoeveel slachtoffers waren er in 2017?" is understood as "Hoeveel
slachtoffers waren er in 2015?". Only words of the two questions are used, and years counted
from theirs. Where no rule is certain of its place, a follow-up is put beside the question it
takes up; a question that may well stand alone is left alone.
"""

from __future__ import annotations

from qa.dates import DATE
from qa.followup.bare import as_question, ask_of, both, capitalised, is_bare, kind_phrase
from qa.followup.ellipsis import append, take_up
from qa.followup.hanging import hangs, is_said_alone, put_alone, without_whole
from qa.followup.leaning import leans
from qa.followup.openers import Asked, without_closer, without_opener
from qa.followup.outcomes import SideBySideError, StandsAloneError
from qa.followup.phrases import Phrase, is_date, is_name, parse_phrases, words_of
from qa.followup.subjects import is_agent
from qa.lang import LANGUAGES, detect_language
from qa.lang.followups import FOLLOW_UPS
from qa.sentences import split_sentences


def understand(question: str, previous: str | None) -> str | None:
    """The full question as understood after the previous one; None where it stands alone.

    `previous` is the previous question in full: as understood, where it was a follow-up. Where
    two questions come back, the first says what the second speaks of.
    """
    question, previous = " ".join(question.split()), " ".join((previous or "").split())
    if not words_of(question) or not words_of(previous.rpartition(": ")[2]):
        return None  # "Waarom: ?" asks nothing that could be taken up
    before = detect_language(previous, default=detect_language(question))
    language = detect_language(question, default=before)
    if len(split_sentences(question, language)) > 1:
        return None
    asked = without_opener(without_whole(question, language), language)
    rules = FOLLOW_UPS[language]
    if is_bare(asked.words, rules):
        return ask_of(asked.rest, language, previous, before)
    leaning, asked = leans(asked.words, language, previous), without_closer(asked)
    phrases = parse_phrases(asked.text, asked.language, asked.start) or []
    dated = bool(phrases) and all(is_date(phrase) for phrase in phrases)
    try:
        if asked.lead and (changed := put_alone(asked, as_question(previous), before)):
            return changed
        if not leaning or dated:
            return _filled_in(asked, previous, before, dated=dated)
    except StandsAloneError:
        return None
    except SideBySideError:
        return both(previous, question, before)
    asks = asked.words[0].lower in rules.question_words | rules.auxiliaries
    said = asked.rest if asked.lead in rules.links and asks else question
    return both(previous, said, before)


def _filled_in(asked: Asked, previous: str, before: str, *, dated: bool) -> str | None:
    """A follow-up with the content of the question before it, if it is one."""
    rules, first = FOLLOW_UPS[asked.language], asked.words[0].lower
    if hangs(asked):
        raise SideBySideError
    if first in rules.prepositions or dated or (asked.lead and first not in rules.question_words):
        return _complete(asked, previous, before)
    return _same_asked_of_another(asked, previous, before)


def _complete(asked: Asked, previous: str, before: str) -> str | None:
    """An elliptical question, filled in; without an opener only a date, a place or a name."""
    rules, lead = FOLLOW_UPS[asked.language], asked.lead.split()
    if asked.words[0].lower in rules.auxiliaries | rules.question_words:
        return None
    phrases = parse_phrases(asked.text, asked.language, asked.start)
    if phrases is None or not (lead or _known(phrases, asked.language)):
        return None
    whole, left = take_up(as_question(previous), phrases, before)
    if len(left) == 1 and is_said_alone(left[0], previous, before):
        raise SideBySideError
    asks = any(word in one.question_words for word in lead for one in FOLLOW_UPS.values())
    if asks and sum(len(phrase.words) for phrase in left) > 1:
        return None  # "Hoe zit het met de bescherming van slachtoffers?" says enough itself
    return capitalised(append(whole, left, before))


def _known(phrases: list[Phrase], language: str) -> bool:
    return all(is_date(phrase) or is_name(phrase, language) for phrase in phrases)


def _same_asked_of_another(asked: Asked, previous: str, before: str) -> str | None:
    """As "Hoeveel waren er in 2018?" after "Hoeveel slachtoffers waren er in 2017?".

    After "En" it may ask of another kind as well: "En hoeveel verdachten in 2018?".
    """
    language, words = asked.language, asked.words
    rules = FOLLOW_UPS[language]
    passed = LANGUAGES[language].stop_words | rules.question_words
    if words[0].lower != words_of(previous)[0].lower:
        return None
    if asked.lead and (changed := _asked_of_actor(asked, previous, before)):
        return changed
    kind = kind_phrase([word.lower for word in words], language) if asked.lead else 0
    for at, word in enumerate(words[kind:], kind):
        if word.lower in rules.prepositions or DATE.match(asked.text, word.start):
            phrases = parse_phrases(asked.text, language, word.start)
            if phrases is None or not _known(phrases, language):
                return None
            if kind and at == kind:
                bare = asked.text[asked.start : word.start].rstrip()
                previous = ask_of(bare, language, previous, before)
            return append(*take_up(as_question(previous), phrases, before), before)
        if word.lower not in passed:
            return None
    return None


def _asked_of_actor(asked: Asked, previous: str, before: str) -> str | None:
    """As "En wat wil de PVV?" after "Wat wil D66 met de AOW?"."""
    words, known = asked.words, words_of(previous)
    verbs = [word.lower for word in words[:2]] == [word.lower for word in known[:2]]
    if not verbs or not 2 < len(words) < len(known):
        return None
    if words[-1].lower in {word.lower for word in known[2:]}:
        words = words[:-1]  # "And what does the EU think?"
    text = asked.text[: words[-1].end]
    phrases = parse_phrases(text, asked.language, words[2].start) if len(words) > 2 else None
    if not phrases or len(phrases) != 1 or phrases[0].preposition:
        return None
    phrase = phrases[0]
    if not is_name(phrase, asked.language) and not is_agent(phrase.words[-1], asked.language):
        return None
    whole, left = take_up(as_question(previous), phrases, before)
    if left:
        raise SideBySideError
    return whole
