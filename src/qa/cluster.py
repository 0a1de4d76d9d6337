"""A Ray cluster, or the cores of this machine as one, joined for as long as there is work."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from typing import Any

from qa.errors import AlineaError

BLOCKS = 1000  # at most, that Ray hands out one by one


def import_ray() -> Any:  # noqa: ANN401 - the library has no types
    """The library, with its reports on its use off. Raises AlineaError where it is not there."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anyone
    try:
        import ray.data
    except ImportError:
        raise AlineaError(
            "no_ray", "To work on many machines, run: pip install 'alinea[ray]'."
        ) from None
    return ray


@contextlib.contextmanager
def joined(address: str | None) -> Iterator[Any]:
    """The library, joined to a cluster ("auto", "ray://host:10001"); None is this machine.

    What Ray was started for is ended with it; a Ray that runs already goes on. Raises AlineaError
    where there is none at the address, or it does not start.
    """
    ray = import_ray()
    started = not ray.is_initialized()
    if started:
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        _start(ray, address)
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        yield ray
    finally:
        if started:
            ray.shutdown()


def _start(ray: Any, address: str | None) -> None:  # noqa: ANN401
    # Where a machine is so busy that Ray's own programs are not up within the 15 s that it allows
    # them (nothing sets these: its issue 65983), the next try finds them read from disk already.
    tries = 1 if address else 2
    while True:
        tries -= 1
        try:
            ray.init(
                address=address,
                include_dashboard=False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except Exception as error:  # it has no class of its own for this
            ray.shutdown()
            if tries:
                continue
            where = f"at {address} cannot be joined" if address else "does not start here"
            reason = (str(error) or type(error).__name__).strip().splitlines()[0].rstrip(".")
            raise AlineaError(
                "no_cluster", f"Ray {where} ({reason}): see whether it runs, then try again."
            ) from error
        return
