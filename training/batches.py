"""From examples to padded batches of tokens."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from qa.encoder.bundled import bundled_weights
from qa.evaluate.datasets import Example
from qa.reader.tokens import split_into_tokens
from qa.reader.windows import LONGEST, LONGEST_QUESTION


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example in tokens: `first` is the first token of the passage, `span` inclusive."""

    ids: list[int]
    first: int
    span: tuple[int, int] | None
    offsets: list[tuple[int, int]]
    example: Example


def encode(example: Example, longest: int = LONGEST) -> Encoded:
    """The pair in tokens, of a long passage the part about the answer."""
    special = bundled_weights().special
    question = split_into_tokens(example.question)[0][:LONGEST_QUESTION]
    ids, offsets = split_into_tokens(example.passage)
    span = None
    if example.answer:
        inside = [
            number
            for number, (start, end) in enumerate(offsets)
            if start < example.answer[1] and end > example.answer[0] and end > start
        ]
        span = (inside[0], inside[-1]) if inside else None
    room = longest - len(question) - 4
    if len(ids) > room:
        begin = 0
        if span and span[1] >= room:
            begin = min(span[0] - room // 4, len(ids) - room)
        ids, offsets = ids[begin : begin + room], offsets[begin : begin + room]
        if span:
            span = (span[0] - begin, min(span[1] - begin, room - 1))
    start, end = special["bos"], special["eos"]
    first = len(question) + 3
    return Encoded(
        [start, *question, end, end, *ids, end],
        first,
        (span[0] + first, span[1] + first) if span else None,
        offsets,
        example,
    )


def collate(batch: list[Encoded]) -> dict[str, Tensor]:
    """Tensors of a batch, padded to its longest; unjudged targets are -100 and -1."""
    pad = bundled_weights().special["pad"]
    width = max(len(row.ids) for row in batch)
    ids = torch.full((len(batch), width), pad)
    mask = torch.zeros((len(batch), width), dtype=torch.long)
    allowed = torch.zeros((len(batch), width), dtype=torch.long)
    spans = torch.full((len(batch), 2), -100)
    claims = torch.full((len(batch), 2), -1.0)
    for number, row in enumerate(batch):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        mask[number, : len(row.ids)] = 1
        allowed[number, row.first : len(row.ids) - 1] = 1
        allowed[number, 0] = 1
        example = row.example
        if row.span:
            spans[number] = torch.tensor(row.span)
        elif example.answerable is False:
            spans[number] = 0
        if example.answerable is not None:
            claims[number, 0] = float(example.answerable)
        if example.relevant is not None:
            claims[number, 1] = float(example.relevant)
    return {"ids": ids, "mask": mask, "allowed": allowed, "spans": spans, "claims": claims}
