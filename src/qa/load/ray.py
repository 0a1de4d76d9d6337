"""Files read by many machines: a Ray cluster, or the cores of this one.

The bytes go to the workers and documents come back, so no machine but this one sees the files.
"""

from __future__ import annotations

import pickle
from collections.abc import Generator, Iterable, Iterator
from typing import Any

from qa.cluster import BLOCKS, import_ray, joined
from qa.errors import AlineaError
from qa.load import parse, parts_sha256, read_parts
from qa.load.many import Loaded, Outcome, Wanted

_AT_ONCE = 256 << 20  # bytes of files that are on their way


class RayLoader:
    """`Index.build(sources, path, loader=RayLoader(address="auto"))`."""

    def __init__(self, *, address: str | None = None, workers: int | None = None) -> None:
        """`address` as of `RayEncoder`; `workers` are as many as there are cores.

        Raises AlineaError without Ray.
        """
        import_ray()
        self._address, self._workers = address, workers

    def __call__(self, files: Iterable[Wanted]) -> Generator[Outcome, None, None]:
        """What became of each file, in order; what is as it was known stays here."""
        files = iter(files)
        with joined(self._address) as ray:
            while portion := list(_portion(files)):
                yield from self._read(ray, portion)

    def _read(self, ray: Any, portion: list[Outcome | dict[str, Any]]) -> Iterator[Outcome]:  # noqa: ANN401
        done = {n: outcome for n, outcome in enumerate(portion) if not isinstance(outcome, dict)}
        items = [
            {"number": n, "file": pickle.dumps(file)}
            for n, file in enumerate(portion)
            if isinstance(file, dict)
        ]
        rows: Iterator[dict[str, Any]] = iter(())
        if items:
            pool = ray.data.TaskPoolStrategy(size=self._workers) if self._workers else None
            given = ray.data.from_items(items, override_num_blocks=min(len(items), BLOCKS))
            rows = iter(given.map(_parse, compute=pool, num_cpus=1).iter_rows())
        for number in range(len(portion)):
            while number not in done:  # they come in whatever order
                row = next(rows)
                done[int(row["number"])] = pickle.loads(row["outcome"])
            yield done.pop(number)


def _portion(files: Iterator[Wanted]) -> Iterator[Outcome | dict[str, Any]]:
    """Files to be sent, as many as may be on their way; or what became of one already."""
    size = 0
    for wanted in files:
        try:
            data, sidecar = read_parts(wanted.path)
        except AlineaError as error:
            yield error
            continue
        digest = parts_sha256(data, sidecar)
        if digest == wanted.known:
            yield Loaded(digest, None)
            continue
        file = {"data": data, "sidecar": sidecar, "name": wanted.path.name}
        yield {"file": {**file, "doc_id": wanted.doc_id}, "digest": digest}
        size += len(data)
        if size >= _AT_ONCE:
            return


def _parse(row: dict[str, Any]) -> dict[str, Any]:
    """In a process that Ray keeps."""
    sent = pickle.loads(row["file"])
    try:
        outcome: Outcome = Loaded(sent["digest"], parse(**sent["file"]))
    except AlineaError as error:
        outcome = error
    return {"number": row["number"], "outcome": pickle.dumps(outcome)}
