"""The bundled model's tensors in torch: for training, and for a GPU."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from qa.encoder.bundled import weights_path
from qa.encoder.protocol import Vectors
from qa.encoder.weights import Weights, read_weights

if TYPE_CHECKING:
    from transformers import BertModel

_TOKENS_AT_ONCE = {"cpu": 4096, "cuda": 65_536}
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
def _load_model() -> tuple[BertModel, str]:
    """The twelve layers as float32, and the device that they are on."""
    import torch

    model = build_model(read_weights(weights_path()))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model.to(device)  # type: ignore[arg-type]  # its decorator hides the signature
    return model, device


def build_model(weights: Weights) -> BertModel:
    """A BertModel, in evaluation mode, that holds the file's tensors as float32."""
    import torch
    from transformers import BertConfig, BertModel
    from transformers.initialization import no_init_weights

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
    with no_init_weights():  # 96 million random numbers, of which none would stay
        model = BertModel(config, add_pooling_layer=False)
    wanted = model.state_dict()
    state = {}
    for name in weights.places:
        target = torch_name(name)
        state[target] = torch.from_numpy(weights.tensor(name)).reshape(wanted[target].shape)
    model.load_state_dict(state, strict=False)
    missing = set(dict(model.named_parameters())) - set(state)
    if missing:
        raise ValueError(f"tensors missing from the model file: {sorted(missing)[:3]}")
    model.train(False)
    return model


def torch_name(name: str) -> str:
    """The name in a BertModel of a tensor of the bundled file."""
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    suffix = {"w": "weight", "b": "bias"}[kind]
    return f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{suffix}"


def encode_rows(texts: list[list[int]]) -> Vectors:
    """Mean-pooled rows of token ids, in batches of like length."""
    import torch

    model, device = _load_model()
    rows = np.zeros((len(texts), model.config.hidden_size), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    while order:
        longest = len(texts[order[-1]])
        size = max(1, _TOKENS_AT_ONCE[device] // longest)
        batch, order = order[-size:], order[:-size]
        pad = model.config.pad_token_id or 0
        ids = [texts[i] + [pad] * (longest - len(texts[i])) for i in batch]
        marks = [[1] * len(texts[i]) + [0] * (longest - len(texts[i])) for i in batch]
        mask = torch.tensor(marks, device=device)
        with torch.inference_mode():
            inputs = torch.tensor(ids, device=device)
            states = model(input_ids=inputs, attention_mask=mask).last_hidden_state
            sums = (states * mask.unsqueeze(-1)).sum(1)
            rows[batch] = (sums / mask.sum(1, keepdim=True)).cpu().numpy()
    return rows
