"""The report as Markdown: tables for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.evaluate.calibration import BINS, Calibration

if TYPE_CHECKING:
    from qa.evaluate.comprehension import Comprehension
    from qa.evaluate.ministers import Ministers
    from qa.evaluate.report import Outside, Report, Silence


def to_markdown(report: Report) -> str:
    """The whole report."""
    lines = [
        f"# Evaluation: {report.question_file}, {report.folds} folds",
        "",
        f"Encoder {report.encoder}; documents: {', '.join(report.documents)}.",
        "Intervals are 95 %, from a bootstrap over paragraphs; none under 15 questions.",
        "",
        *_answers(report),
        *_systems(report),
        *_silence(report.silence),
        *_calibration("Calibration", {report.question_file: report.calibration}),
    ]
    if report.outside:
        lines += _outside(report.outside)
    return "\n".join(lines)


def table(heads: list[str], rows: list[list[str]]) -> list[str]:
    """A table and the blank line after it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines] + [""]


def _answers(report: Report) -> list[str]:
    heads = ["kind", "questions", "citation right", "contains gold", "sentence", "span F1", "words"]
    rows = [
        [
            row.kind,
            str(row.questions),
            *map(str, (row.citation_right, row.contains_gold, row.sentence_right, row.span_f1)),
            f"{row.words:.0f}",
        ]
        for row in report.kinds
    ]
    title = "## First answer, where there is one (every question forced to an answer)"
    return [title, "", *table(heads, rows)]


def _systems(report: Report) -> list[str]:
    heads = ["system", "first right", "in first three", "RR@10", "nDCG@10", "ours / it", "p"]
    rows = [
        [
            row.system,
            str(row.success_1),
            str(row.success_3),
            *(f"{value:.2f}" for value in (row.rr_10, row.ndcg_10, row.ratio)),
            _p(row.p),
        ]
        for row in report.systems
    ]
    note = "p is of whole groups of questions that change sides: few groups allow no small p."
    return ["## Ways of ranking, on the same questions", "", note, "", *table(heads, rows)]


def _p(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _silence(silence: Silence) -> list[str]:
    rows = {
        "AUC of confidence": silence.auc,
        "refused at 5 % false refusals": silence.refused_at_5,
        "refused at 10 % false refusals": silence.refused_at_10,
        f"at the threshold {silence.threshold:.2f}: refused": silence.refused,
        "at the threshold: falsely refused": silence.falsely_refused,
        "at the threshold: given answers that contain the gold": silence.precision,
    }
    return [
        f"## Silence ({silence.answerable} with an answer, {silence.unanswerable} without)",
        "",
        *table(["measure", "value"], [[name, str(figure)] for name, figure in rows.items()]),
    ]


def _calibration(title: str, sets: dict[str, Calibration]) -> list[str]:
    heads = ["questions", "n", "right", "Brier", "calibration error", "AURC", "AUGRC"]
    rows = [
        [
            name,
            str(found.questions),
            f"{found.right:.2f}",
            *(figure.fine() for figure in (found.brier, found.ece, found.aurc, found.augrc)),
        ]
        for name, found in sets.items()
    ]
    curves = [
        f"Risk–coverage, {name} (share answered: share of these wrong): {_deciles(found)}"
        for name, found in sets.items()
    ]
    return [
        f"## {title}",
        "",
        (
            "Over all questions, with and without an answer, each forced to one; an answer to a "
            "question without one is wrong. "
            f"Calibration error: {BINS} bins of equal mass. AURC, AUGRC: lower is better."
        ),
        "",
        *table(heads, rows),
        *(line for curve in curves for line in (curve, "")),
    ]


def _deciles(found: Calibration) -> str:
    points = found.risk_coverage
    chosen = [points[max(round(len(points) * d / 10) - 1, 0)] for d in range(1, 11)]
    return "; ".join(f"{coverage:.0%}: {risk:.2f}" for coverage, risk in chosen)


def _outside(outside: Outside) -> list[str]:
    sets = {f"{row.system}, {row.questions}": row.calibration for row in outside.ministers.silence}
    return [
        f"# Data outside the repository, {outside.part} part",
        "",
        *_ministers(outside.ministers),
        *_calibration("Calibration on ministers' answers", sets),
        *_comprehension(outside.comprehension),
        *_sources(outside),
    ]


def _ministers(ministers: Ministers) -> list[str]:
    found = [
        [
            row.questions,
            str(row.count),
            row.system,
            str(row.first),
            str(row.in_ten),
            "" if row.difference is None else str(row.difference),
            _p(row.p),
        ]
        for row in ministers.rows
    ]
    silence = [
        [
            row.questions,
            str(row.answerable),
            str(row.unanswerable),
            row.system,
            *map(str, (row.auc, row.cosine, row.refused_at_10)),
        ]
        for row in ministers.silence
    ]
    return [
        f"## Ministers' answers: {ministers.passages} passages",
        "",
        (
            f"The convex combination puts {ministers.weight:.2f} on embeddings and the rest on "
            "BM25 with Dutch analysis, chosen on the develop part."
        ),
        "",
        *table(
            ["questions", "n", "system", "first right", "in first ten", "ours less it", "p"], found
        ),
        (
            "Silence: the same questions with their answers in the pool and with these left out, "
            "and questions that nothing in it answers."
        ),
        "",
        *table(
            [
                "questions",
                "with",
                "without",
                "system",
                "AUC of confidence",
                "AUC of best cosine",
                "refused at 10 % false refusals",
            ],
            silence,
        ),
    ]


def _comprehension(comprehension: Comprehension) -> list[str]:
    rows = [
        [
            row.data,
            row.questions,
            f"{row.answerable} + {row.unanswerable}",
            *map(str, (row.exact, row.f1, row.refused, row.overall_exact, row.overall_f1, row.auc)),
        ]
        for row in comprehension.rows
    ]
    heads = ["data", "questions", "with + without", "HasAns EM", "HasAns F1", "NoAns"]
    heads += ["overall EM", "overall F1", "AUC"]
    return [
        "## Reading comprehension, one passage given",
        "",
        (
            "HasAns: the best span, forced. NoAns: share of questions without an answer at which "
            f"the reader says no, below {comprehension.threshold:.2f}; chosen on "
            f"{comprehension.chosen_on} questions of the develop part of dutch-qa."
        ),
        "",
        *table(heads, rows),
    ]


def _sources(outside: Outside) -> list[str]:
    rows = [
        [
            row.path,
            f"`{row.sha256}`" + ("" if row.expected else " **not the file that is known**"),
            row.source,
            row.licence,
        ]
        for row in outside.sources
    ]
    changed = sum(not row.expected for row in outside.sources)
    note = [
        (
            f"**{changed} of the files are others than those that earlier figures were made from: "
            "the figures above cannot be compared with them.**"
        ),
        "",
    ]
    heads = ["file", "SHA-256", "source", "licence"]
    return ["## Sources", "", *table(heads, rows), *(note if changed else [])]
