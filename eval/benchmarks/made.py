"""Made texts for the large sizes: real sentences in a new order, with fresh words in them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import sentencex

EACH = 25  # paragraphs of a document
_SENTENCES = (3, 5)  # least and most in a paragraph
_WORDS = (5, 40)  # least and most in a sentence
_FRESH = 0.02  # share of the words that no text had before
_SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu bra dri gle kno spe".split()


def read_sentences(folder: Path) -> list[str]:
    """The sentences of the text files in a folder, those of a usual length, in order."""
    found: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        for sentence in sentencex.segment("nl", " ".join(path.read_text("utf-8").split())):
            words = "".join(filter(str.isprintable, sentence)).split()
            if _WORDS[0] <= len(words) <= _WORDS[1]:
                found.append(" ".join(words))
    return found


def made_paragraphs(sentences: list[str], count: int, seed: int = 1) -> Iterator[str]:
    """Paragraphs of sentences drawn at random, one word in fifty made up: the same for a seed.

    So the vocabulary grows with the texts, as it does in real ones.
    """
    source = random.Random(seed)
    for _ in range(count):
        chosen = source.choices(sentences, k=source.randint(*_SENTENCES))
        yield " ".join(_freshened(sentence, source) for sentence in chosen)


def made_questions(sentences: list[str], count: int, seed: int = 2) -> list[str]:
    """Questions of six words that stand side by side in a sentence."""
    source = random.Random(seed)
    found: list[str] = []
    while len(found) < count:
        words = source.choice(sentences).split()
        at = source.randrange(max(len(words) - 6, 1))
        found.append(" ".join(words[at : at + 6]))
    return found


def write_documents(folder: Path, sentences: list[str], count: int, seed: int = 1) -> None:
    """Text files of 25 made paragraphs each."""
    folder.mkdir(parents=True)
    texts = made_paragraphs(sentences, count, seed)
    for number in range(-(-count // EACH)):
        body = "\n\n".join(islice(texts, EACH))
        (folder / f"brief-{seed}-{number:06d}.txt").write_text(f"Brief\n\n{body}\n")


def _freshened(sentence: str, source: random.Random) -> str:
    return " ".join(
        _fresh_word(source) if source.random() < _FRESH else word for word in sentence.split()
    )


def _fresh_word(source: random.Random) -> str:
    return "".join(source.choices(_SYLLABLES, k=source.randint(3, 5)))
