"""Decoding: from the logits of spans to the words that are marked.

The likeliest span is not the best choice: where likely spans overlap, one in their midst shares
more words with the right one, whichever that is. So the span is taken whose overlap with the
likely ones, weighed by how likely they are, is highest (minimum Bayes risk; Kumar & Byrne,
"Minimum Bayes-Risk Decoding for Statistical Machine Translation", 2004). First and last token are
judged apart, so that a span of two halves of different answers gets as much as a whole one: hence
a price on length.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.reading import Span

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Decoding:
    """`price` is what each token of a span costs, in logits; `likely` spans are weighed."""

    price: float = 0.07
    likely: int = 10


DECODING = Decoding()  # chosen on development data by `eval/fit_span.py --data`


def choose_span(
    logits: Floats, first: NDArray[np.int64], spans: list[Span], decoding: Decoding = DECODING
) -> Span:
    """The span, in characters, that is expected to share most with the right one.

    `logits`, (starts, tokens), are those of a span from each of the tokens `first` to each token,
    -inf where there is no such span; `spans` are the characters of all tokens.
    """
    count = len(spans)
    lengths = np.arange(count)[None, :] - first[:, None] + 1
    priced = (logits - decoding.price * lengths).ravel()
    likely = min(decoding.likely, len(priced))
    top = np.argpartition(-priced, likely - 1)[:likely]
    top = top[np.isfinite(priced[top])]
    top = top[np.lexsort((top, -priced[top]))]
    rows, last = np.divmod(top, count)
    edges = np.array(spans)
    start, end = edges[first[rows], 0], edges[last, 1]
    chances = np.exp(priced[top] - priced[top[0]])
    shared = np.minimum.outer(end, end) - np.maximum.outer(start, start)
    both = np.add.outer(end - start, end - start)
    expected = (2 * np.maximum(shared, 0) / both) @ chances
    best = int(np.argmax(expected))
    return int(start[best]), int(end[best])
