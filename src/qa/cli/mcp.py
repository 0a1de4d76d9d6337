"""The command that offers an index to assistants: mcp."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.options import index_option
from qa.errors import AlineaError


@click.command()
@click.option("--http", is_flag=True, help="Over HTTP, in place of standard input and output.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="With --http: address to listen on."
)
@click.option(
    "--port",
    "listen_port",  # `port` in alinea.toml is that of the page
    type=click.IntRange(0, 65535),
    default=8701,
    show_default=True,
    help="With --http: port to listen on; 0 takes a free one.",
)
@click.option(
    "--keys",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --http: file of the keys of `qa serve --add-key`.  [default: beside the index]",
)
@index_option
def mcp(http: bool, host: str, listen_port: int, keys: Path | None, index_path: Path) -> None:
    """Offer the index to an assistant, over the Model Context Protocol.

    An assistant on this machine starts this command itself; docs/mcp.md tells how to name it
    there. The index can be asked, searched and read, and not changed.
    """
    try:
        from qa.mcp.launch import launch_http, launch_stdio
        from qa.serve.launch import keys_path
        from qa.serve.limits import Limits
    except ModuleNotFoundError as error:
        raise AlineaError(
            "no_mcp", "This needs more packages: `pip install 'alinea[mcp]'`."
        ) from error
    if http:
        launch_http(
            index_path,
            host=host,
            port=listen_port,
            keys=keys or keys_path(index_path),
            limits=Limits(),
        )
    else:
        launch_stdio(index_path)
