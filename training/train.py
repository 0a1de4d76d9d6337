"""Train the reader.

    python training/train.py --data ../shared/data --work build/training general
    python training/train.py --data ../shared/data --work build/training dutch
    python training/train.py --data ../shared/data --work build/training ranking
    python training/train.py --data ../shared/data --work build/training windows
    python training/train.py --data ../shared/data --work build/training spans
    python training/train.py --data ../shared/data --work build/training lists
    python training/train.py --data ../shared/data --work build/training letters
    python training/train.py --data ../shared/data --work build/training longer
    python training/train.py --data ../shared/data --work build/training further
    python training/train.py --data ../shared/data --work build/training members
    python training/train.py --data ../shared/data --work build/training whole

Each stage writes its checkpoint every 100 steps, goes on from it when it is started again,
goes on from the stage before it, and ends with its own weights (`general.pt` and so on) in
the work folder; `curve.jsonl` grows beside it.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

import click
import torch
from batches import collate
from layers import halved
from mixture import IN_LISTS, LIST, Mixture
from network import Reader, Scores
from steps import Steps
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage goes on from the one `before`; of its rates a share of `floor` is left at the end.

    The first `frozen` layers are not trained.
    """

    steps: int
    rate: float
    head_rate: float
    before: str | None = None
    floor: float = 0.0
    frozen: int = 3


STAGES = {
    "general": Stage(300, 1e-4, 5e-4, floor=0.3),
    "dutch": Stage(950, 8e-5, 5e-4, "general"),
    "ranking": Stage(1000, 6e-5, 5e-4, "dutch"),
    "windows": Stage(600, 5e-5, 1e-4, "ranking"),
    "spans": Stage(260, 5e-5, 1e-4, "windows"),
    "lists": Stage(600, 5e-5, 1e-4, "spans", floor=1.0),
    "letters": Stage(900, 5e-5, 1e-4, "lists"),
    "longer": Stage(2000, 5e-5, 1e-4, "letters"),
    "further": Stage(1000, 5e-5, 1e-4, "longer", floor=1.0),
    "members": Stage(1300, 5e-5, 1e-4, "further"),
    "whole": Stage(2400, 8e-5, 1e-4, "members", frozen=0),
}
WARMUP = 50
SEED = 20261123


def loss_of(scores: Scores, batch: dict[str, Tensor], *, lists: bool = False) -> Tensor:
    """Cross-entropy of start and end, plus that of the two claims, where judged.

    With `lists`, also the cross-entropy of the first passage of each list against the others, in
    both claims and in the odds of a span (listwise softmax; Cao et al., "Learning to rank", 2007,
    top one).
    """
    spans, claims = batch["spans"], batch["claims"]
    parts = []
    judged = spans[:, 0] >= 0
    if judged.any():
        parts.append(
            (
                functional.cross_entropy(scores.start, spans[:, 0], ignore_index=-100)
                + functional.cross_entropy(scores.end, spans[:, 1], ignore_index=-100)
            )
            / 2
        )
    for number, logits in enumerate((scores.answerable, scores.relevant)):
        known = claims[:, number] >= 0
        if known.any():
            wanted = claims[known, number]
            parts.append(0.5 * functional.binary_cross_entropy_with_logits(logits[known], wanted))
    if lists:
        parts.append(list_loss(scores.relevant))
        # Of a near miss no passage holds the answer, so that none is first.
        answered = batch["claims"].view(-1, LIST, 2)[:, 0, 0] == 1
        if answered.any():
            parts.append(list_loss(scores.answerable.view(-1, LIST)[answered]))
            parts.append(list_loss(odds(scores).view(-1, LIST)[answered]))
    return torch.stack(parts).sum()


def odds(scores: Scores) -> Tensor:
    """How much likelier some answer is than none: the logarithm, for each passage."""
    ends = [logits[:, 1:].logsumexp(1) - logits[:, 0] for logits in (scores.start, scores.end)]
    return (ends[0] + ends[1]) / 2


def list_loss(logits: Tensor) -> Tensor:
    """Cross-entropy of the first of each list; the logits in any shape that holds whole lists."""
    rows = logits.view(-1, LIST)
    return functional.cross_entropy(rows, torch.zeros(len(rows), dtype=torch.long).to(rows.device))


@click.command()
@click.argument("stage", type=click.Choice(list(STAGES)))
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--steps", type=int, help="instead of the stage's own number")
@click.option("--device", default="cuda" if torch.cuda.is_available() else "cpu")
def main(stage: str, data: Path, work: Path, steps: int | None, device: str) -> None:
    """Train one stage."""
    work.mkdir(parents=True, exist_ok=True)
    plan = STAGES[stage]
    total = steps or plan.steps
    torch.manual_seed(SEED)
    model = Reader(plan.frozen).to(device)
    if plan.before:
        model.load_state_dict(torch.load(work / f"{plan.before}.pt", weights_only=True))
    heads = [*model.span.parameters(), *model.claim.parameters()]
    body = [p for p in model.bert.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}],
        weight_decay=0.01,
        fused=True,
    )

    def pace(step: int) -> float:
        left = max(0.0, (total - step) / max(1, total - WARMUP))
        return min(1.0, (step + 1) / WARMUP, plan.floor + (1 - plan.floor) * left)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    parts = {"model": model, "optimizer": optimizer, "schedule": schedule}
    progress = Steps(stage, total, work, parts)
    batches = itertools.islice(Mixture(data, work, stage, SEED).batches(), progress.done, total)
    model.train()
    for rows in batches:
        batch = {name: value.to(device) for name, value in collate(rows).items()}
        with halved(device):
            scores = model(batch["ids"], batch["mask"], batch["allowed"])
        loss = loss_of(scores, batch, lists=stage in IN_LISTS)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimizer.step()
        schedule.step()
        progress.note(loss.item())
    progress.end(model.state_dict())


if __name__ == "__main__":
    main()
