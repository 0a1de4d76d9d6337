"""Vectors of an index: every text encoded once, and none that was encoded before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from qa.encoder import Encoder, Vectors
from qa.index.store import Store, Version, text_key
from qa.index.units import read_passage, read_section
from qa.index.write import add_vectors

Progress = Callable[[str, int, int], None]
"""Called with a stage ("load" or "encode"), the steps done and their total."""

_BATCH = 64


def encode_versions(
    store: Store, versions: list[Version], encoder: Encoder, progress: Progress | None
) -> None:
    """Encode the texts of these versions that have no vector yet.

    Vectors are kept as they are made: whatever stops this, the next time goes on from there.
    Texts of like length go together, so that little is padded.
    """
    keyed: dict[str, bytes] = {}
    for version in versions:
        for text in _texts(store, version):
            keyed.setdefault(text, text_key(encoder.fingerprint, text))
    known = store.known_keys(keyed.values())
    new = [text for text, key in keyed.items() if key not in known]
    for batch, rows in _batches(encoder, new, progress):
        add_vectors(store, [keyed[text] for text in batch], rows)


def encode_beside(
    store: Store, texts: list[str], encoder: Encoder, progress: Progress | None
) -> Vectors:
    """Unit rows of texts, shape (len(texts), dimension); nothing is kept.

    Those that have a vector in the store are not encoded again.
    """
    keyed = {text: text_key(encoder.fingerprint, text) for text in texts}
    known = store.known_keys(keyed.values())
    there = [text for text, key in keyed.items() if key in known]
    kept = store.vectors([keyed[text] for text in there], encoder.dimension)
    found = dict(zip(there, kept.astype(np.float32), strict=True))
    for batch, rows in _batches(encoder, [t for t in keyed if t not in found], progress):
        found.update(zip(batch, rows, strict=True))
    return np.stack([found[text] for text in texts])


def _batches(
    encoder: Encoder, texts: list[str], progress: Progress | None
) -> Iterator[tuple[list[str], Vectors]]:
    """The texts with their rows, a batch at a time."""
    ordered = sorted(texts, key=lambda text: (len(text), text))
    if hasattr(encoder, "for_many"):
        encoder = encoder.for_many(sum(map(len, ordered)))
    if progress:
        progress("encode", 0, len(ordered))
    size = getattr(encoder, "texts_at_once", _BATCH)
    batches = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    done = 0
    for batch, rows in _encoded(encoder, batches):
        yield batch, rows
        done += len(batch)
        if progress:
            progress("encode", done, len(ordered))


def _encoded(encoder: Encoder, batches: list[list[str]]) -> Iterator[tuple[list[str], Vectors]]:
    """Each batch with its rows, in order; or as they come, of an encoder that takes them all."""
    if len(batches) > 1 and hasattr(encoder, "encode_batches"):
        for number, rows in encoder.encode_batches(batches):
            yield batches[number], rows
    else:
        for batch in batches:
            yield batch, encoder.encode_document(batch)


def _texts(store: Store, version: Version) -> Iterator[str]:
    """The texts of a version that have vectors: passages, their sentences, sections."""
    for body in store.unit_bodies("passages", version.number, range(version.passages)):
        passage, _ = read_passage(body, 0)
        yield passage.encoded_text
        yield from passage.searched_sentences
    for body in store.unit_bodies("sections", version.number, range(version.sections)):
        yield read_section(body, 0)[0].encoded_text
