"""Write the trained reader as the file that ships: ONNX, weights in 8 bits.

    python training/export.py --work build/training

reads `ranking.pt` and writes `src/qa/reader/reader.onnx`. The graph takes word vectors, so that
the table of 250,000 words stays in the bundled file, where it is anyway.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click
import torch
from network import Reader
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

TARGET = Path("src/qa/reader/reader.onnx")


class FromWords(nn.Module):
    """The network from raw word vectors on, as the runtime calls it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, words: Tensor, mask: Tensor, allowed: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of start, end and the two claims."""
        table = self.reader.bert.embeddings
        places = table.position_embeddings.weight[: words.shape[1]]
        rows = table.LayerNorm(words + places + table.token_type_embeddings.weight[0])
        found = self.reader.read(rows, mask, allowed)
        return found.start, found.end, found.answerable, found.relevant


@click.command()
@click.option("--work", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--name", default="ranking", help="the checkpoint: NAME.pt in the work folder")
@click.option("--target", type=click.Path(path_type=Path), default=TARGET)
@click.option("--whole", is_flag=True, help="keep float32, to compare with")
def main(work: Path, name: str, target: Path, *, whole: bool) -> None:
    """Export the trained reader."""
    reader = Reader()
    reader.load_state_dict(torch.load(work / f"{name}.pt", weights_only=True))
    reader.bert.set_attn_implementation("eager")
    reader.eval()
    sizes = {0: "batch", 1: "tokens"}
    example = (torch.zeros(2, 8, 384), torch.ones(2, 8), torch.ones(2, 8))
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            FromWords(reader),
            example,
            str(plain),
            input_names=["words", "mask", "allowed"],
            output_names=["start", "end", "answerable", "relevant"],
            dynamic_axes={"words": sizes, "mask": sizes, "allowed": sizes},
            opset_version=17,
            dynamo=False,
        )
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        optimized = optimize_model(
            str(plain), "bert", num_heads=12, hidden_size=384, optimization_options=options
        )
        click.echo(str(optimized.get_fused_operator_statistics()))
        optimized.save_model_to_file(str(target if whole else fused))
        if not whole:
            # Full-range 8-bit weights overflow 16-bit sums on processors without VNNI.
            quantize_dynamic(
                str(fused), str(target), per_channel=True, reduce_range=True,
                weight_type=QuantType.QInt8,
                extra_options={"DefaultTensorType": TensorProto.FLOAT},
            )  # fmt: skip
    click.echo(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
