"""The command line: `qa`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from qa.cli.ask import ask, search
from qa.cli.change import add, index, remove
from qa.cli.doctor import doctor
from qa.cli.look import list_documents, show
from qa.cli.mcp import mcp
from qa.cli.refs import refs
from qa.cli.serve import serve
from qa.cli.start import evaluate, web
from qa.disk import disk_full, is_full
from qa.errors import AlineaError
from qa.settings import read_settings


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Settings: flags win over ALINEA_* variables, over alinea.toml, over defaults.",
)
@click.version_option(package_name="alinea", message="alinea %(version)s")
def qa() -> None:
    """Ask documents a question: get the sentence that answers it, and where it stands."""


for command in (
    index, add, remove, list_documents, show, refs, doctor, search, ask, evaluate, web, serve, mcp
):  # fmt: skip
    qa.add_command(command)


def run(arguments: list[str]) -> int:
    """Run a command; 0 it could, also when it abstains, 1 it could not, 2 wrong use.

    Whatever goes wrong is one line on standard error.
    """
    try:
        settings = read_settings(Path.cwd())
        if "index" in settings:
            settings["index_path"] = settings.pop("index")  # the option's name in the commands
        if "engine" in settings:  # no flag: the same for all that opens the index
            os.environ.setdefault("ALINEA_ENGINE", settings.pop("engine"))
        defaults = dict.fromkeys(qa.commands, settings)
        outcome = qa.main(
            arguments or ["--help"], prog_name="qa", standalone_mode=False, default_map=defaults
        )
    except AlineaError as error:
        return _fail(error.message, 2 if error.usage else 1)
    except click.UsageError as error:
        hint = f" See `{error.ctx.command_path} --help`." if error.ctx else ""
        return _fail(error.format_message().rstrip(".") + "." + hint, 2)
    except click.ClickException as error:
        return _fail(error.format_message(), 1)
    except (click.Abort, KeyboardInterrupt):
        return _fail(_stopped(arguments), 1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing to say to anyone
        return 1
    except OSError as error:
        if is_full(error):
            return _fail(disk_full(error.filename or "what was to come out").message, 1)
        place = f" {error.filename}" if error.filename else ""
        reason = (error.strerror or str(error)).lower()
        return _fail(f"Reading or writing{place} failed ({reason}).", 1)
    return outcome if isinstance(outcome, int) else 0


def _stopped(arguments: list[str]) -> str:
    """What is said at Ctrl-C: of the index only where it was being changed."""
    if arguments[:1] == ["remove"] and "--purge" in arguments:
        return "Stopped; `qa remove --purge` does the rest."
    changes = arguments[:1] in (["index"], ["add"], ["remove"]) or "--repair" in arguments
    return "Stopped; the index is as it was." if changes else "Stopped."


def _fail(message: str, code: int) -> int:
    click.echo(f"qa: {' '.join(message.split())}", err=True)
    return code
