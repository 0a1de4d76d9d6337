"""The figures of `scale.py` as text: those of one size, and tables for docs/scaling.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lexical

Figures = dict[str, Any]


def one_size(found: Figures) -> str:
    """All figures of one size, as lines for a person."""
    built, asked = found["built"], found["asked"]
    resident = asked["memory_mb"]
    lines = [f"{found['paragraphs']:,} paragraphs; load of the machine: {built['load_average']}"]
    for name, stage in built["build"].items():
        took = f"{stage['s']:9.2f} s, of which the processor {stage['processor_s']:.2f} s"
        lines.append(f"  {name:18} {took}; at most {stage['peak_mb']} MB so far")
    sizes = ", ".join(f"{name} {size / 1e6:.1f}" for name, size in built["bytes"].items())
    disk = f"from disk {asked['open_s_from_disk']} s and {asked['first_question_s_from_disk']} s"
    own, mapped, alone = (resident[name] for name in ("own", "mapped", "without an index"))
    lines += [
        f"  MB on disk: {sizes}",
        f"  opens in {asked['open_s']} s, first question {asked['first_question_s']} s; {disk}",
        f"  memory: {own} MB, and {mapped} MB mapped; without an index {alone} MB",
        f"  load of the machine while asking: {asked['load_average']}",
    ]
    for name, (p50, p95, p99) in asked["query_ms"].items():
        lines.append(f"  {name:17} p50 {p50:8.2f} ms   p95 {p95:8.2f} ms   p99 {p99:8.2f} ms")
    if "grown" in found:
        more = found["grown"]
        lines.append(
            f"  one more document of 25 paragraphs: {more['add_s']} s (processor "
            f"{more['add_processor_s']} s), out again {more['remove_s']} s "
            f"({more['remove_processor_s']} s); at most {more['peak_mb']} MB"
        )
    if "LanceDB" in found:
        lines.append(_beside(found["LanceDB"]))
    if "keywords" in found:
        lines.append(lexical.report(found["keywords"]))
    return "\n".join(lines)


def markdown(found: Sequence[Figures]) -> str:
    """Tables of all sizes: growth, and ours beside others."""
    growth = [
        [
            f"{one['paragraphs']:,}",
            _both(_seconds(one["built"])),
            f"{_peak(one['built']):,} MB",
            f"{sum(one['built']['bytes'].values()) / 1e6:,.0f} MB",
            f"{one['asked']['open_s_from_disk']:.2f} s",
            f"{one['asked']['memory_mb']['own']:,} MB, {one['asked']['memory_mb']['mapped']:,} MB",
            _milliseconds(one["asked"]["query_ms"]["whole"]),
            _milliseconds(one["asked"]["query_ms"]["whole, processor"]),
            _both((one["grown"]["add_s"], one["grown"]["add_processor_s"]))
            if "grown" in one
            else "not measured",
        ]
        for one in found
    ]
    heads = [
        "paragraphs",
        "build, of which the processor",
        "memory at most",
        "on disk",
        "opens in",
        "memory, and mapped",
        "a search: p50, p95, p99",
        "of the processor",
        "one more document",
    ]
    return "\n\n".join([_table(heads, growth), *_beside_tables(found)])


def encoding(found: Figures) -> str:
    """Texts a second of each way of encoding, and the ratios."""
    rows = [
        [
            name,
            *(f"{way['per_second'][kind]:,.1f}" for kind in ("paragraphs", "sentences")),
            f"{way['question_ms']:.0f} ms",
            f"{way['cosine_least']:.4f}",
        ]
        for name, way in found["ways"].items()
    ]
    heads = ["", "paragraphs a second", "sentences a second", "a question", "least cosine to exact"]
    ratios = [
        [name, f"{one['median']:.2f}", ", ".join(map(str, one["by_round"]))]
        for name, one in found["ratios"].items()
    ]
    return "\n\n".join([_table(heads, rows), _table(["ratio", "median", "by round"], ratios)])


def candidates(found: Sequence[Figures]) -> str:
    """What is found among so many candidates of each kind, by the number of passages."""
    pools = list(found[0]["found"])
    rows = [
        [
            f"{one['passages']:,} ({one['encoder']})",
            *(
                f"{values['first ten']:.3f}, {values['first']:.3f}"
                for values in one["found"].values()
            ),
        ]
        for one in found
    ]
    return _table(["passages", *(f"{pool} of each kind" for pool in pools)], rows)


def _beside_tables(found: Sequence[Figures]) -> list[str]:
    """Ours beside LanceDB, and keyword search beside others, where they were measured."""
    hybrid = [
        [
            f"{one['paragraphs']:,}",
            _milliseconds(one["LanceDB"]["query_ms"]["ours"]),
            _milliseconds(one["LanceDB"]["query_ms"]["LanceDB"]),
            f"{one['LanceDB']['ratio_p50']:.1f}",
            ", ".join(f"{one['LanceDB']['processor_ms'][n][0]:.1f}" for n in _HYBRID) + " ms",
            " and ".join(str(one["LanceDB"]["of_ten_nearest"][n]) for n in _HYBRID),
            f"{sum(one['LanceDB']['build_s'].values()):,.1f} s",
            f"{one['LanceDB']['bytes'] / 1e6:,.0f} MB",
        ]
        for one in found
        if "LanceDB" in one
    ]
    words = [
        [f"{one['paragraphs']:,}", *_keyword_cells(one["keywords"]["engines"])]
        for one in found
        if "keywords" in one
    ]
    heads = ["paragraphs", "Alinea: p50, p95, p99", "LanceDB", "times ours"]
    heads += [
        "of the processor: ours, LanceDB",
        "of the ten nearest vectors",
        "LanceDB's build",
        "LanceDB on disk",
    ]
    tables = [_table(heads, hybrid)] if hybrid else []
    if words:
        tables.append(
            _table(["paragraphs", *(f"{name}, of the processor" for name in _KEYWORDS)], words)
        )
    return tables


_HYBRID = ("ours", "LanceDB")
_KEYWORDS = ("ours", "rank_bm25 get_scores", "bm25s", "SQLite FTS5")


def _keyword_cells(engines: dict[str, Any]) -> list[str]:
    """p50 of the processor: on a busy machine what takes longer also waits longer."""
    first = engines["ours"]["processor_ms"][0]
    cells = [f"{first:.2f} ms"]
    for name in _KEYWORDS[1:]:
        if name in engines:
            p50 = engines[name]["processor_ms"][0]
            cells.append(f"{p50:.2f} ms ({p50 / first:.1f} times)")
        else:
            cells.append("left out")
    return cells


def _beside(peer: Figures) -> str:
    stages = ", ".join(f"{name} {seconds} s" for name, seconds in peer["build_s"].items())
    lines = [f"LanceDB, hybrid: build {stages}; {peer['bytes'] / 1e6:.1f} MB on disk"]
    for name, (p50, p95, p99) in peer["query_ms"].items():
        spent = f"of the processor {peer['processor_ms'][name][0]:.2f} ms"
        lines.append(f"  {name:9} p50 {p50:8.2f} ms  p95 {p95:8.2f} ms  p99 {p99:8.2f} ms  {spent}")
    lines += [
        f"  question by question LanceDB takes {peer['ratio_p50']} x ours (median)",
        f"  of the ten nearest vectors: {peer['of_ten_nearest']}",
    ]
    return "\n".join(lines)


def _seconds(built: Figures) -> tuple[float, float]:
    stages = built["build"].values()
    return sum(s["s"] for s in stages), sum(s["processor_s"] for s in stages)


def _peak(built: Figures) -> int:
    return max(int(stage["peak_mb"]) for stage in built["build"].values())


def _both(seconds: tuple[float, float]) -> str:
    return ", ".join(f"{s:,.1f} s" for s in seconds)


def _milliseconds(values: Sequence[float]) -> str:
    return ", ".join(f"{value:.0f}" if value >= 10 else f"{value:.1f}" for value in values) + " ms"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
