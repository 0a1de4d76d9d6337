"""The bundled model's tensors in torch, unrounded: for training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.encoder.weights import Weights

if TYPE_CHECKING:
    from transformers import BertModel

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
