"""The encoder that an index was made with: found again by its name, or told from another."""

from __future__ import annotations

from pathlib import Path

from qa.encoder import Encoder, OwnEncoder, get_encoder
from qa.errors import AlineaError


def is_own(encoder: Encoder) -> bool:
    """Whether it lives in a program, so that no name leads to it."""
    return isinstance(encoder, OwnEncoder)


def by_name(folder: Path, name: str | None, *, own: bool) -> Encoder:
    """The encoder of the index in a folder; `own` as `is_own` told when that was made.

    Raises AlineaError where the name does not lead to it.
    """
    made = f"The index in {folder} was made with the encoder {name}"
    if own:
        raise AlineaError("no_encoder", f"{made}, an object of a program: give it as encoder=.")
    try:
        return get_encoder(name)
    except AlineaError as error:
        if error.code != "no_encoder":
            raise
        raise AlineaError(
            "no_encoder",
            f"{made}, which cannot be loaded by that name: put it back where it was, or give it "
            "as encoder=.",
        ) from error


def other_encoder(folder: Path, before: str, now: Encoder, *, own: bool) -> AlineaError:
    """The error for an index that was made with another encoder than this."""
    anew = "make it anew with " + ("Index.build" if own or is_own(now) else "`qa index SOURCE`")
    if before == now.name:
        told = f"another version of {before}: {anew}"
    else:
        told = f"{before}, not with this {now.name}: name that encoder as encoder=, or {anew}"
    return AlineaError("other_encoder", f"The index in {folder} was made with {told}.")
