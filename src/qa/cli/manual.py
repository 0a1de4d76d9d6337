"""The manual of the command line, made from the commands themselves.

python -m qa.cli.manual > docs/command-line.md
"""

from __future__ import annotations

import sys

import click

from qa.cli import qa

_HEAD = """\
# Command line

<!-- Made by `make docs` from the commands themselves: change those, not this page. -->

`--json` prints JSON wherever a program may read, `--index DIR` names another index. Exit code 0: it
could, also when it abstained; 1: it could not; 2: wrong use. Flags win over `ALINEA_*` variables,
over `alinea.toml` in the working folder, over defaults.

| in `alinea.toml` | variable | what | obeyed by |
|---|---|---|---|
| `index` | `ALINEA_INDEX` | folder of the index | all |
| `encoder` | `ALINEA_ENCODER` | `--encoder` | `qa index` |
| `engine` | `ALINEA_ENGINE` | a [Milvus server](scaling.md#beyond-one-machine-milvus) | all |
| `min_confidence` | `ALINEA_MIN_CONFIDENCE` | `--min-confidence` | `qa ask` |
| `reader` | `ALINEA_READER` | true: `--reader`; false: `--no-reader` | `qa ask`, `qa search` |
| `port` | `ALINEA_PORT` | `--port` | `qa web` |
| `feedback` | – | file of the feedback, from the working folder | the page |
| – | `ALINEA_DATA` | `--data` | `qa eval` |
| – | `ALINEA_DOCUMENTS` | `--documents` | `qa eval --parsing` |

The page, `qa serve` and `qa mcp` use the reader and the fitted threshold, whatever is set here; a
request to the service may say otherwise. In a program of your own, of all these only
`ALINEA_ENGINE` counts. `qa doctor` shows what is set.
"""


def manual() -> str:
    """The manual in Markdown: a heading, what it does, and a table of options for each command."""
    context = click.Context(qa, info_name="qa", **qa.context_settings)
    return "\n".join([_HEAD, *(_section(qa.commands[name], context) for name in qa.commands)])


def _section(command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, info_name=command.name, parent=parent)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    options = [option for option in command.params if isinstance(option, click.Option)]
    rows = [_row(option, context) for option in options]
    return "\n".join(
        [
            *(f"## qa {command.name}", "", "```text", usage, "```", "", _text(command), ""),
            *("| option | what it does |", "|---|---|", *rows, ""),
        ]
    )


def _text(command: click.Command) -> str:
    paragraphs = (command.help or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _row(option: click.Option, context: click.Context) -> str:
    names, text = option.get_help_record(context) or ("", "")
    return f"| `{_cell(names)}` | {_cell(text)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(manual())
