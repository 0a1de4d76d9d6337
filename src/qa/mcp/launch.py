"""The MCP server started: for one assistant on standard input and output, or over HTTP."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from qa.index import Index
from qa.mcp.server import create_server
from qa.serve.guard import Guard
from qa.serve.keys import Keys
from qa.serve.launch import asked_keys, own_names, run
from qa.serve.limits import Limits
from qa.serve.logs import Log, write_line
from qa.serve.metrics import Metrics

PATH = "/mcp"


def launch_stdio(index_path: Path) -> None:
    """Serve one assistant, which started this process, until it closes standard input."""
    Index.open(index_path)  # says at once what is wrong with it
    create_server(index_path).run("stdio")


def launch_http(index_path: Path, *, host: str, port: int, keys: Path, limits: Limits) -> None:
    """Serve assistants over streamable HTTP until stopped.

    Beyond this machine only with keys, as `qa.serve.launch` does: AlineaError without.
    """
    Index.open(index_path)
    run(
        http_app(index_path, host=host, keys=asked_keys(host, keys), limits=limits),
        host,
        port,
        PATH,
    )


def http_app(
    index_path: Path,
    *,
    host: str = "127.0.0.1",
    keys: Path | None = None,
    limits: Limits | None = None,
    log: Log = write_line,
) -> ASGIApp:
    """The ASGI app of the server, behind the same guard as the REST interface.

    A call is one request and one response: there is no session to lose, and no stream to listen
    to for what the server might say of itself.
    """
    limits = limits or Limits()
    app = create_server(index_path, limits).streamable_http_app(
        streamable_http_path=PATH, json_response=True, stateless_http=True, host=host
    )
    posts = Route(PATH, app, methods=["POST"])
    names = own_names(host)
    return Guard(
        Starlette(routes=[posts], lifespan=app.router.lifespan_context),
        routes=[posts],
        limits=limits,
        keys=Keys(keys) if keys is not None else None,
        hosts=frozenset(names) if names is not None else None,
        metrics=Metrics(),
        log=log,
    )
