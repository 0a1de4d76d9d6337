"""Choose how a span is decoded from its logits, on the develop parts outside the repository.

    python eval/fit_span.py --data FOLDER

F1 of the best span over the questions of `dutch-qa` and of XQuAD (German and English) that have
an answer, for a few prices of length and numbers of likely spans; the two sets count the same.
Prints what to put into `src/qa/reader/decode.py`. With one likely span it is the likeliest.
"""

from __future__ import annotations

import itertools
from importlib.resources import files
from pathlib import Path

import click
import numpy as np

from qa.cli.options import progress_bar
from qa.evaluate.comprehension import read_all
from qa.evaluate.datasets import dutch_qa, xquad_examples
from qa.evaluate.splits import Part
from qa.reader import Reader
from qa.reader.decode import DECODING, Decoding

PRICES = (0.0, 0.03, 0.05, 0.07, 0.09)
LIKELY = (1, 5, 10, 20)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
def main(data: Path) -> None:
    """Print the F1 of each choice, and the best."""
    others = [e for e in xquad_examples(data, Part.DEVELOP) if e.language in ("de", "en")]
    sets = {"dutch-qa": dutch_qa(data, Part.DEVELOP), "XQuAD": others}
    answered = {name: [e for e in rows if e.answerable] for name, rows in sets.items()}
    click.echo(", ".join(f"{name}: {len(rows)} questions" for name, rows in answered.items()))
    weights = (files("qa.reader") / "reader.npz").read_bytes()
    found: dict[Decoding, float] = {}
    for price, likely in itertools.product(PRICES, LIKELY):
        decoding = Decoding(price, likely)
        reader = Reader(weights, decoding)
        means = []
        with progress_bar() as progress:
            for name, rows in answered.items():
                dutch = name == "dutch-qa"
                stage = f"{name}, {decoding}"
                read = read_all(reader.find, rows, dutch=dutch, stage=stage, progress=progress)
                means.append(float(np.mean([reading.f1 for reading in read])))
        found[decoding] = float(np.mean(means))
        told = ", ".join(f"{name} {mean:.3f}" for name, mean in zip(answered, means, strict=True))
        click.echo(f"{decoding}: {told}")
    best = max(found, key=lambda decoding: found[decoding])
    click.echo(f"best: {best} {found[best]:.3f}; now: {DECODING} {found.get(DECODING, 0.0):.3f}")


if __name__ == "__main__":
    main()
