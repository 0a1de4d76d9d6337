"""Keeps the server from asking other hosts for its own address."""

from __future__ import annotations

from streamlit import net_util


def never_ask_for_own_address() -> None:
    """Tell Streamlit its address beforehand.

    When a page of a foreign origin knocks, Streamlit compares that origin with the machine's
    public address, which it would ask of an outside host. The answer is refused either way.
    """
    net_util._external_ip = net_util._internal_ip = "127.0.0.1"
