"""A folder in the form of the data outside the repository, with made-up rows."""

import json
from pathlib import Path

LANGUAGES = ("en", "de", "es", "ro")

# kv-1, 3, 11, 14, 16 are in the pool's test part, kv-2 and kv-4 in its develop part.
POOL = {
    "kv-1": "De molen van Zevenaar wordt in mei hersteld door de gemeente.",
    "kv-2": "Het zwembad blijft open zolang de subsidie van de provincie loopt.",
    "kv-3": "De brug over de Maas krijgt een nieuw wegdek van beton.",
    "kv-4": "Scholen ontvangen geld voor extra lessen rekenen en taal.",
    "kv-5": "De veerpont vaart ook in de winter tussen beide oevers.",
    "kv-11": "Bijen hebben last van bestrijdingsmiddelen in de tuinbouw.",
}
QUESTIONS = [
    ("q1", "Wanneer wordt de molen van Zevenaar hersteld?", "kv-1", True, False),
    ("q2", "Blijft het zwembad open met subsidie?", "kv-2", True, False),
    ("q3", "Welk wegdek krijgt de brug over de Maas?", "kv-3", False, False),
    ("q4", "Waarvoor ontvangen scholen geld?", "kv-4", False, False),
    ("q5", "Vaart de veerpont in de winter?", "kv-5", True, False),
]


def write_small_data(folder: Path) -> Path:
    rows = [{"id": name, "text": text} for name, text in POOL.items()]
    _write(folder / "kamervragen/passages.jsonl", rows)
    _write(
        folder / "kamervragen/questions.jsonl",
        [
            {
                "id": name,
                "question": question,
                "relevant": [passage],
                "kind": "substantive",
                "standalone": standalone,
                "truncated_answer": cut,
            }
            for name, question, passage, standalone, cut in QUESTIONS
        ],
    )
    silent = {"id": "u1", "question": "Hebben bijen last van middelen?", "remove": ["kv-11"]}
    _write(folder / "kamervragen/unanswerable.jsonl", [silent | {"standalone": True}])
    _write(
        folder / "dutch-qa/passages.jsonl",
        [
            {"passage_id": "kv-1", "passage": POOL["kv-1"]},  # test
            {"passage_id": "CDA_2006-1", "passage": POOL["kv-4"]},  # develop
            {"passage_id": "VVD_2023-1", "passage": POOL["kv-5"]},  # train
        ],
    )
    _write(
        folder / "dutch-qa/questions.jsonl",
        [
            _asked("kv-1", "Wanneer is het herstel?", "in mei", "when"),
            _asked("kv-1", "Wanneer was de bouw?", "", "when"),
            _asked("CDA_2006-1", "Wie ontvangen geld?", "Scholen", "who"),
            _asked("CDA_2006-1", "Wie ontvangen les?", "", "who"),
            _asked("VVD_2023-1", "Wat vaart er?", "De veerpont", "what"),
        ],
    )
    for language in LANGUAGES:
        _write_xquad(folder / f"xquad/xquad.{language}.json", language)
    return folder


def _asked(passage, question, answer, kind):
    return {
        "passage_id": passage,
        "question": question,
        "language": "nl",
        "answerable": bool(answer),
        "answer": answer,
        "kind": kind,
    }


def _write_xquad(path: Path, language: str) -> None:
    articles = []
    for number, title in enumerate(("Warsaw", "Oxygen")):  # test, train
        context = f"{language}: the river is the Vistula."
        answer = {"text": "the Vistula", "answer_start": context.index("the Vistula")}
        asked = {"id": f"x{number}", "question": f"{language}: which river?", "answers": [answer]}
        own = title if language == "en" else f"{title} ({language})"
        articles.append({"title": own, "paragraphs": [{"context": context, "qas": [asked]}]})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"data": articles}), "utf-8")


def _write(path: Path, rows) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
