"""Sign-in, where the owner of the server has configured it (docs/privacy.md says how).

Streamlit speaks OpenID Connect with the provider named in `[auth]` of its secrets. Who may come
in can be narrowed to addresses, or to all of a domain, in `allowed` of `[alinea]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from qa.web.card import literal
from qa.web.text import Words

_SHARED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")


def may_enter(words: Words) -> bool:
    """Whether the visitor may see the page; shows the way in where not, and the way out."""
    auth = _secrets("auth")
    if not auth:
        return True
    if find_spec("authlib") is None:
        st.error(words("login_missing"), icon=":material/error:")
        return False
    if st.user.get("is_logged_in") is not True:
        st.subheader(words("login_first"), anchor=False)
        for provider in providers(auth):
            label = words("login_with", provider=literal(provider)) if provider else words("login")
            st.button(
                label,
                type="primary",
                key=f"login-{provider}",
                on_click=st.login,
                args=(provider,) if provider else (),
            )
        return False
    address = str(st.user.get("email") or "")
    if not is_allowed(address, st.user.get("email_verified"), _secrets("alinea").get("allowed")):
        st.error(words("login_refused", address=literal(address)), icon=":material/block:")
        st.button(words("logout"), key="logout", on_click=st.logout)
        return False
    with st.container(horizontal=True, vertical_alignment="center", key="signed-in"):
        st.caption(words("login_as", address=literal(address)))
        st.button(words("logout"), key="logout", type="tertiary", on_click=st.logout)
    return True


def providers(auth: Mapping[str, Any]) -> list[str | None]:
    """The providers that are configured by name; None for the one without a name."""
    named: list[str | None] = [
        name for name, value in auth.items() if isinstance(value, Mapping) and name not in _SHARED
    ]
    return named or [None]


def is_allowed(address: str, verified: object, allowed: object) -> bool:
    """Whether an address is among those allowed: "a@b.nl", or "@b.nl" for all of a domain.

    Without a list all who can sign in are; with one, an address must be verified.
    """
    if allowed is None:
        return True
    if not isinstance(allowed, list | tuple) or not address or verified is False:
        return False
    low = address.casefold()
    known = [str(one).casefold() for one in allowed]
    return any(low == one or (one.startswith("@") and low.endswith(one)) for one in known)


def _secrets(section: str) -> Mapping[str, Any]:
    try:
        found = st.secrets.get(section)
    except StreamlitSecretNotFoundError:
        return {}
    return found if isinstance(found, Mapping) else {}
