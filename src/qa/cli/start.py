"""Commands that start something longer: web, eval."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.options import index_option, json_option, print_json


@click.command()
@click.option("--port", type=int, envvar="ALINEA_PORT", help="Port to listen on.  [default: 8501]")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@index_option
def web(port: int | None, no_browser: bool, index_path: Path) -> int:
    """Open the web page, on this machine only (127.0.0.1)."""
    from qa.web import launch

    return launch(str(index_path), port=port, open_browser=not no_browser)


@click.command("eval")
@click.argument(
    "file", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[FILE]"
)
@click.option(
    "--folds",
    type=click.Choice(["development", "closing", "all"]),
    default="development",
    show_default=True,
    help="Which questions: those for developing, or those kept apart for closing figures.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default="eval/runs",
    show_default=True,
    help="Folder for the report and the run.",
)
@index_option
@json_option
def evaluate(file: Path | None, folds: str, output: Path, index_path: Path, as_json: bool) -> None:
    """Measure retrieval and answers on a question set, beside baselines, with intervals.

    FILE is a question set as eval/README.md describes it, by default eval/questions.jsonl.
    """
    from qa.cli.options import progress_bar
    from qa.evaluate import evaluate_file
    from qa.index import Index

    opened = Index.open(index_path)
    with progress_bar() as progress:
        report = evaluate_file(opened, file or Path("eval/questions.jsonl"), folds, progress)
    paths = report.write(output)
    if as_json:
        print_json(report.to_dict())
    else:
        click.echo(report.to_markdown())
        click.echo(f"Written: {', '.join(map(str, paths))}")
