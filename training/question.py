"""Train the encoder's side of questions, and write `src/qa/encoder/question.npz`.

    python training/question.py --data ../shared/data --work build/question

Passages keep their rows, so that these are made once and an index costs nothing more; the upper
layers learn to put a question nearer to the passage, and to the sentence, that answers it than to
any other of the training part (softmax over all of them; van den Oord et al., "Representation
Learning with Contrastive Predictive Coding", 2018). A checkpoint is written every 100 steps, and
training goes on from it; `curve.jsonl` grows beside it.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import click
import torch
from layers import UpperLayers, halved, layer_tensors, shipped_tensors
from question_data import QuestionData, Target, read_question_data
from steps import Steps
from torch import Tensor, nn
from torch.nn import functional

from qa.encoder.bundled import bundled_pieces, clean_text
from qa.encoder.torch_model import torch_name
from qa.encoder.trained import write_trained_weights

TARGET = Path("src/qa/encoder/question.npz")
STEPS, BATCH, WARMUP = 700, 64, 50
RATE = 5e-5
FROZEN_LAYERS = 6
TEMPERATURE = 0.02
SENTENCES = 0.5  # weight of the loss over sentences, that over passages being 1
LONGEST = 128  # tokens of a question
# Share of what training changed, of what it went on from, that ships: a little less than all loses
# nothing on what it was trained for, and less elsewhere (Wortsman et al., "Robust fine-tuning",
# 2022).
KEPT = 0.75
SEED = 20261130
# How often a question comes in an epoch, the sets being of very different sizes.
OFTEN = {
    "dutch": 1.0, "windows": 1.0, "letters": 1.0, "sets": 2.0, "asked": 3.0, "members": 4.0,
    "xquad": 0.35,
}  # fmt: skip
_BUCKET = 4  # batches that are drawn at once and then sorted by length


class QuestionSide(UpperLayers):
    """Questions, given as token ids, to unit rows."""

    def __init__(self) -> None:
        super().__init__(FROZEN_LAYERS)

    def take_up(self, source: Path) -> None:
        """Go on from a side that was trained before."""
        for name, values in shipped_tensors(source).items():
            own = self.bert.get_parameter(torch_name(name))
            own.data = torch.from_numpy(values.copy()).reshape(own.shape)

    def forward(self, texts: list[list[int]]) -> Tensor:
        """Unit rows of texts given as token ids, shape (texts, 384)."""
        width = max(map(len, texts))
        pad = self.bert.config.pad_token_id
        ids = torch.tensor([text + [pad] * (width - len(text)) for text in texts])
        mask = torch.tensor([[1] * len(text) + [0] * (width - len(text)) for text in texts])
        device = self.bert.embeddings.word_embeddings.weight.device
        ids, mask = ids.to(device), mask.to(device)
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        # Of a unit row, the sum over tokens is as good as their mean.
        return functional.normalize((states * mask.unsqueeze(-1)).sum(1), dim=1)


def batches(targets: list[Target], ids: dict[str, list[int]]) -> Iterator[list[Target]]:
    """Batches without end, each of questions of like length; as often as `OFTEN` says."""
    source = random.Random(SEED)
    deck: list[Target] = []
    while True:
        while len(deck) < BATCH * _BUCKET:
            fresh = []
            for target in targets:
                often = OFTEN[target.source]
                fresh += [target] * (int(often) + (source.random() < often % 1))
            source.shuffle(fresh)
            deck = fresh + deck
        drawn = sorted(
            (deck.pop() for _ in range(BATCH * _BUCKET)), key=lambda t: len(ids[t.question])
        )
        chunks = [drawn[start : start + BATCH] for start in range(0, len(drawn), BATCH)]
        source.shuffle(chunks)
        yield from chunks


def loss_of(rows: Tensor, batch: list[Target], passages: Tensor, sentences: Tensor) -> Tensor:
    """Minus the log of the share that goes to a right passage, and to the right sentence."""
    logits = rows @ passages.T / TEMPERATURE
    right = torch.full_like(logits, -torch.inf)
    for number, target in enumerate(batch):
        right[number, list(target.passages)] = 0.0
    loss = (logits.logsumexp(1) - (logits + right).logsumexp(1)).mean()
    known = [number for number, target in enumerate(batch) if target.sentence is not None]
    if known:
        wanted = torch.tensor([batch[number].sentence for number in known]).to(rows.device)
        against = rows[known] @ sentences.T / TEMPERATURE
        loss = loss + SENTENCES * functional.cross_entropy(against, wanted)
    return loss


def export(state: dict[str, Tensor], start: dict[str, Tensor], target: Path) -> None:
    """Write the trained layers, drawn back towards the state at the start, rounded to 8 bits."""
    trained, before = (layer_tensors(each, FROZEN_LAYERS) for each in (state, start))
    tensors = {name: KEPT * trained[name] + (1 - KEPT) * before[name] for name in trained}
    data = write_trained_weights(tensors)
    target.write_bytes(data)
    click.echo(f"{target}: {len(data) / 1e6:.1f} MB")


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--steps", type=int, default=STEPS, show_default=True)
@click.option("--target", type=click.Path(path_type=Path), default=TARGET, show_default=True)
@click.option("--before", type=click.Path(path_type=Path, exists=True), help="go on from this side")
@click.option("--device", default="cuda" if torch.cuda.is_available() else "cpu")
def main(
    data: Path, work: Path, steps: int, target: Path, before: Path | None, device: str
) -> None:
    """Train and export."""
    work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    model = QuestionSide()
    if before:
        model.take_up(before)
    start = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    train(model.to(device), read_question_data(data, work), work, steps, device)
    export(model.state_dict(), start, target)


def train(model: QuestionSide, data: QuestionData, work: Path, steps: int, device: str) -> None:
    """All steps that are left."""
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)

    def pace(step: int) -> float:
        left = max(0.02, (steps - step) / max(1, steps - WARMUP))
        return min(1.0, (step + 1) / WARMUP, left)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    upper = model.bert.encoder.layer[FROZEN_LAYERS:]
    parts = {"model": upper, "optimizer": optimizer, "schedule": schedule}
    progress = Steps("question", steps, work, parts)
    passages = torch.from_numpy(data.passages).to(device)
    sentences = torch.from_numpy(data.sentences).to(device)
    pieces = bundled_pieces()
    ids = {
        t.question: pieces.ids("query: " + clean_text(t.question))[:LONGEST] for t in data.targets
    }
    model.train()
    for batch in itertools.islice(batches(data.targets, ids), progress.done, steps):
        with halved(device):
            rows = model([ids[t.question] for t in batch])
        loss = loss_of(rows.float(), batch, passages, sentences)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        progress.note(loss.item())
    progress.end(model.state_dict())


if __name__ == "__main__":
    main()
