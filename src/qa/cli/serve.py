"""The command that offers an index over HTTP: serve."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.options import index_option
from qa.errors import AlineaError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    "listen_port",  # `port` in alinea.toml is that of the page
    type=click.IntRange(0, 65535),
    default=8700,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--add-key", "name", metavar="NAME", help="Make a key for NAME, print it this once, and stop."
)
@click.option(
    "--keys",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File of the keys, as hashes.  [default: beside the index]",
)
@click.option("--rate", type=click.IntRange(min=1), help="Most requests a minute of one client.")
@click.option(
    "--at-once",
    type=click.IntRange(min=1),
    help="Questions answered at a time.  [default: half the cores]",
)
@click.option("--queue", type=click.IntRange(min=0), help="Questions that may wait.")
@click.option("--log-questions", is_flag=True, help="Put questions in the log too.")
@index_option
def serve(
    host: str,
    listen_port: int,
    name: str | None,
    keys: Path | None,
    log_questions: bool,
    index_path: Path,
    **limits: int | None,
) -> None:
    """Offer the index to programs over HTTP (REST), on this machine unless told otherwise.

    Beyond this machine it wants keys: make one with --add-key. docs/rest.md has the rest.
    """
    try:
        from qa.serve.keys import Keys
        from qa.serve.launch import keys_path, launch
        from qa.serve.limits import Limits
    except ModuleNotFoundError as error:
        raise AlineaError(
            "no_server", "The service needs more packages: `pip install 'alinea[serve]'`."
        ) from error
    file = keys or keys_path(index_path)
    if name is not None:
        click.echo(Keys(file).add(name))
        return
    given = {option: value for option, value in limits.items() if value is not None}
    launch(
        index_path,
        host=host,
        port=listen_port,
        keys=file,
        limits=Limits(**given),
        log_questions=log_questions,
    )
