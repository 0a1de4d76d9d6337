"""The bundled model's tokenizer, in the form of the library `tokenizers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.encoder.weights import Weights

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def build_tokenizer(weights: Weights) -> Tokenizer:
    """The Unigram tokenizer over the file's pieces (Kudo, "Subword Regularization", 2018)."""
    from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram

    tokenizer = Tokenizer(
        Unigram(
            list(zip(weights.pieces, weights.scores, strict=True)), unk_id=weights.special["unk"]
        )
    )
    tokenizer.normalizer = normalizers.Replace(Regex(" {2,}"), " ")
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    start, end = (
        weights.pieces[weights.special["bos"]],
        weights.pieces[weights.special["eos"]],
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, weights.special["bos"]), (end, weights.special["eos"])],
    )
    return tokenizer
