"""Commands that start something longer: web, eval."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.options import index_option, json_option, print_json

_QUESTIONS = Path("eval/questions.jsonl")


@click.command()
@click.option(
    "--port",
    type=int,
    envvar="ALINEA_PORT",
    help="Port to listen on.  [default: the first free one from 8501]",
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@index_option
def web(port: int | None, no_browser: bool, index_path: Path) -> int:
    """Open the web page, on this machine only (127.0.0.1)."""
    from qa.web import launch

    return launch(str(index_path), port=port, open_browser=not no_browser)


@click.command("eval")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@click.option(
    "--folds",
    type=click.Choice(["development", "closing", "all"]),
    help="Which questions: those for developing (four fifths), those kept apart for closing "
    "figures, or all.  [default: development of eval/questions.jsonl, all of another FILE]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default="eval/runs",
    show_default=True,
    help="Folder for the report and the run.",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="ALINEA_DATA",
    help="Measure on the data in this folder too: reading comprehension, ministers' answers. "
    "docs/evaluation.md lists it.",
)
@click.option(
    "--part",
    type=click.Choice(["test", "develop"]),
    default="test",
    show_default=True,
    help="Which part of that data.",
)
@click.option(
    "--parsing",
    is_flag=True,
    help="Measure how well files are parsed instead, on the gold in the folder eval/parsing.",
)
@click.option(
    "--documents",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="ALINEA_DOCUMENTS",
    help="With --parsing: the folder of the documents of eval/parsing/outside.json.",
)
@index_option
@json_option
def evaluate(
    file: Path | None,
    folds: str | None,
    output: Path,
    data: Path | None,
    part: str,
    parsing: bool,
    documents: Path | None,
    index_path: Path,
    as_json: bool,
) -> None:
    """Measure retrieval and answers on a question set, beside baselines, with intervals.

    FILE is a question set as eval/README.md describes it, by default eval/questions.jsonl, of
    which a fifth is kept apart; of a set of your own all questions are put. With --parsing it is
    a folder of files with gold, by default eval/parsing.
    """
    if parsing:
        _evaluate_parsing(file or Path("eval/parsing"), documents, as_json)
        return
    from dataclasses import replace

    from qa.cli.options import progress_bar
    from qa.errors import AlineaError
    from qa.evaluate import evaluate_file
    from qa.evaluate.markdown import to_markdown
    from qa.evaluate.plots import draw
    from qa.evaluate.sources import check_data
    from qa.index import Index

    opened = Index.open(index_path)
    questions = file or _QUESTIONS
    folds = folds or ("development" if _is_ours(questions) else "all")
    if data:
        check_data(data)  # before anything that takes long
    with progress_bar() as progress:
        report = evaluate_file(opened, questions, folds, progress)
        if data:
            from qa.evaluate.outside import evaluate_outside
            from qa.evaluate.splits import Part
            from qa.reader import load_reader

            find = load_reader().find
            outside = evaluate_outside(data, Part(part), output, opened.encoder, find, progress)
            report = replace(report, outside=outside)
    paths = report.write(output)
    try:
        paths += draw(report, output)
    except AlineaError as error:
        if error.code != "no_matplotlib":
            raise
        click.echo(error.message, err=True)  # the tables are there all the same
    if as_json:
        print_json(report.to_dict())
    else:
        click.echo(to_markdown(report))
        click.echo(f"Written: {', '.join(map(str, paths))}")


def _is_ours(file: Path) -> bool:
    """Whether it is the set that Alinea is developed with, of which a part is kept apart."""
    return file.resolve() == _QUESTIONS.resolve()


def _evaluate_parsing(folder: Path, documents: Path | None, as_json: bool) -> None:
    from qa.evaluate.parsing import score_parsing
    from qa.evaluate.parsing_report import parsing_dict, parsing_text

    files = score_parsing(folder, documents)
    if as_json:
        print_json(parsing_dict(files))
    else:
        click.echo(parsing_text(files))
