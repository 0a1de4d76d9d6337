"""The reader's network: the twelve layers of e5 over question and passage, and two heads."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from layers import UpperLayers, run_layer
from torch import Tensor, nn

HEADS = ("span", "claim")


@dataclass(frozen=True)
class Scores:
    """What the network says: logits of start and end, (batch, tokens), and of two claims.

    `answerable` says that the passage holds the answer, `relevant` that it is about the
    question; both have shape (batch,).
    """

    start: Tensor
    end: Tensor
    answerable: Tensor
    relevant: Tensor


class Reader(UpperLayers):
    """Pairs `<s> question </s></s> passage </s>` to span and claims.

    No answer is a span at the first token (Devlin et al., "BERT", 2019, section 4.3).
    """

    def __init__(self, frozen: int = 0) -> None:
        """The first `frozen` layers are not trained."""
        super().__init__(frozen)
        self.span = nn.Linear(self.bert.config.hidden_size, 2)
        self.claim = nn.Linear(self.bert.config.hidden_size, 2)

    def forward(self, ids: Tensor, mask: Tensor, allowed: Tensor) -> Scores:
        """Scores of a batch; `allowed` marks the tokens at which a span may begin and end."""
        with torch.no_grad():
            words = self.bert.embeddings(ids)
        return self.read(words, mask, allowed)

    def read(self, words: Tensor, mask: Tensor, allowed: Tensor) -> Scores:
        """The same from the rows of the embedding layer, (batch, tokens, width)."""
        there = mask.bool()
        tokens = words[there]
        for number, layer in enumerate(self.bert.encoder.layer):
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= self.first):
                tokens = run_layer(layer, tokens, mask)
        states = words.new_zeros(words.shape)
        states[there] = tokens.to(words.dtype)
        with torch.autocast(words.device.type, enabled=False):
            logits = self.span(states)
            logits = logits + (1.0 - allowed[:, :, None].to(words.dtype)) * -1e4
            claims = self.claim(states[:, 0])
        return Scores(logits[..., 0], logits[..., 1], claims[:, 0], claims[:, 1])
