"""The bundled model's tensors in torch: faster for many documents, and trainable."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from qa.encoder import Vectors
from qa.encoder.bundled import weights_path
from qa.encoder.tokenizer import build_tokenizer
from qa.encoder.weights import BLOCK, Weights, read_weights

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

_TOKENS_PER_BATCH = 4096
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


@cache
def load_model() -> tuple[BertModel, Tokenizer]:
    """The twelve layers as a transformers BertModel, and their tokenizer."""
    weights = read_weights(weights_path())
    model = build_model(weights)
    round_activations(model)
    return model, build_tokenizer(weights)


def build_model(weights: Weights) -> BertModel:
    """A BertModel, in evaluation mode, that holds the file's tensors as float32."""
    import torch
    from transformers import BertConfig, BertModel

    shape = weights.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=weights.special["pad"],
    )
    model = BertModel(config, add_pooling_layer=False)
    wanted = model.state_dict()
    state = {}
    for name in weights.places:
        target = _torch_name(name)
        state[target] = torch.from_numpy(weights.tensor(name)).reshape(wanted[target].shape)
    model.load_state_dict(state, strict=False)
    missing = set(dict(model.named_parameters())) - set(state)
    if missing:
        raise ValueError(f"tensors missing from the model file: {sorted(missing)[:3]}")
    model.train(False)
    return model


def round_activations(model: BertModel) -> None:
    """Round what goes into each linear layer as the C engine does, so that rows are the same.

    Blocks of 32 numbers share a scale, the largest of them over 127, and become multiples
    of it.
    """
    import torch

    def rounded(_layer: torch.nn.Module, inputs: tuple[torch.Tensor]) -> torch.Tensor:
        blocks = inputs[0].reshape(*inputs[0].shape[:-1], -1, BLOCK)
        scale = blocks.abs().amax(-1, keepdim=True) / 127
        inverse = torch.where(scale > 0, 1 / scale, 0)
        return (torch.round(blocks * inverse) * scale).reshape(inputs[0].shape)

    for layer in model.modules():
        if isinstance(layer, torch.nn.Linear):
            layer.register_forward_pre_hook(rounded)


def _torch_name(name: str) -> str:
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    suffix = {"w": "weight", "b": "bias"}[kind]
    return f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{suffix}"


@cache
def _characters() -> dict[int, str]:
    return read_weights(weights_path()).characters


def encode_rows(texts: list[str]) -> Vectors:
    """Mean-pooled rows of texts that carry their prompt already, in batches of like length."""
    import torch

    model, tokenizer = load_model()
    characters = _characters()
    ids = [tokenizer.encode(text.translate(characters)).ids[:512] for text in texts]
    rows = np.zeros((len(texts), model.config.hidden_size), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
    while order:
        size = max(1, _TOKENS_PER_BATCH // len(ids[order[-1]]))
        batch, order = order[-size:], order[:-size]
        longest = max(len(ids[i]) for i in batch)
        pad = model.config.pad_token_id
        inputs = torch.tensor([ids[i] + [pad] * (longest - len(ids[i])) for i in batch])
        mask = torch.tensor([[1] * len(ids[i]) + [0] * (longest - len(ids[i])) for i in batch])
        with torch.inference_mode():
            states = model(input_ids=inputs, attention_mask=mask).last_hidden_state
            sums = (states * mask.unsqueeze(-1)).sum(1)
            rows[batch] = (sums / mask.sum(1, keepdim=True)).numpy()
    return rows
