"""Ours as a system among others: as it is, and with a part left out."""

from __future__ import annotations

OURS = "Alinea"

# Whether each row reads; the first is ours as it is.
WAYS: dict[str, bool] = {
    OURS: True,
    f"{OURS} without reader": False,
}
