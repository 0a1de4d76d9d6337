"""The service as a server of its own: `qa serve`."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from pathlib import Path

from starlette.types import ASGIApp

from qa.errors import AlineaError
from qa.serve.keys import Keys
from qa.serve.limits import Limits

_LOCAL = ("localhost", "127.0.0.1", "::1")


def keys_path(index_path: Path) -> Path:
    """Where the keys of an index are kept unless another file is named: beside it."""
    resolved = index_path.resolve()
    return resolved.with_name(f"{resolved.name}-keys.json")


def launch(
    index_path: Path,
    *,
    host: str,
    port: int,
    keys: Path,
    limits: Limits,
    log_questions: bool = False,
) -> None:
    """Serve an index until it is stopped.

    Beyond this machine only with keys: AlineaError where there is none yet. On this machine
    keys are asked for once there are some.
    """
    from qa.index import Index
    from qa.serve.app import create_app

    Index.open(index_path)  # says at once what is wrong with it
    app = create_app(
        index_path,
        keys=asked_keys(host, keys),
        limits=limits,
        hosts=own_names(host),
        log_questions=log_questions,
    )
    run(app, host, port, "/v1/")


def asked_keys(host: str, keys: Path) -> Path | None:
    """The file of keys where they are asked for: once there are some, and always elsewhere.

    AlineaError where there must be keys and there is none.
    """
    if len(Keys(keys)) > 0:
        return keys
    if not _is_local(host):
        raise AlineaError(
            "no_keys",
            f"On {host} others can reach the service: make a key with "
            "`qa serve --add-key NAME` first.",
            usage=True,
        )
    return None


def own_names(host: str) -> Iterable[str] | None:
    """The names by which a service on this machine alone may be called; None for any."""
    return _LOCAL if _is_local(host) else None


def run(app: ASGIApp, host: str, port: int, path: str) -> None:
    """Serve an app until it is stopped, having printed its address."""
    import uvicorn

    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        print(f"http://{shown}:{listener.getsockname()[1]}{path}", flush=True)  # noqa: T201
        uvicorn.Server(config).run(sockets=[listener])


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=256)
    except (OSError, OverflowError) as error:
        reason = str(getattr(error, "strerror", None) or error).lower()
        raise AlineaError(
            "bad_port", f"The service cannot listen on {host}, port {port} ({reason})."
        ) from error
