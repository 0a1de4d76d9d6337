"""The sentences of the page of the evaluation, in Dutch and in English."""

from __future__ import annotations

TEXT: dict[str, tuple[str, str]] = {
    "intro": (
        ("Hoe vaak is het antwoord juist? Vragen waarvan het antwoord bekend is worden gesteld, en "
        "wat komt wordt ernaast gelegd."),
        ("How often is the answer right? Questions whose answer is known are asked, and what comes "
        "is laid beside it."),
    ),
    "no_runs": (
        "Er is nog niet gemeten. Meet hierboven, of met `qa eval` in een terminal.",
        "Nothing has been measured yet. Measure above, or with `qa eval` in a terminal.",
    ),
    "no_questions": (
        "Er is geen vragenset: zet er een in eval/questions.jsonl, of neem hieronder feedback op.",
        "There is no question set: put one in eval/questions.jsonl, or take in feedback below.",
    ),
    "run": ("Meting", "Run"),
    "run_of": ("{name} ({file}, {count} vragen)", "{name} ({file}, {count} questions)"),
    "run_cli": ("laatste qa eval", "latest qa eval"),
    "against": ("Vergelijk met", "Compare with"),
    "against_none": ("Geen", "None"),
    "measure": ("Nieuwe meting", "New run"),
    "file": ("Vragenset", "Question set"),
    "folds": ("Vragen", "Questions"),
    "folds_development": ("Om mee te ontwikkelen", "For developing"),
    "folds_closing": ("Apart gehouden, voor slotcijfers", "Kept apart, for closing figures"),
    "folds_all": ("Alle", "All"),
    "start": ("Meet", "Measure"),
    "busy": ("Er wordt al gemeten.", "A run is under way already."),
    "measuring": ("De vragen worden gesteld.", "The questions are being asked."),
    "stage_ask": ("Vraag {done} van {total}", "Question {done} of {total}"),
    "measured": ("Gemeten: {name}", "Measured: {name}"),
    "part": ("Onderdeel", "Part"),
    "part_figures": ("Cijfers", "Figures"),
    "part_wrong": ("Wat fout ging", "What went wrong"),
    "part_comparison": ("Vergelijking", "Comparison"),
    "part_feedback": ("Feedback", "Feedback"),
    "citation_right": ("Eerste vindplaats juist", "First citation right"),
    "contains_gold": ("Antwoord juist", "Answer right"),
    "refused": ("Zwijgt terecht", "Rightly silent"),
    "falsely_refused": ("Zwijgt ten onrechte", "Wrongly silent"),
    "precision": ("Gegeven antwoorden juist", "Answers given that are right"),
    "interval": ("95 %: {low} tot {high}", "95 %: {low} to {high}"),
    "no_interval": ("te weinig vragen", "too few questions"),
    "kinds": ("Per soort vraag", "By kind of question"),
    "kind_all": ("Alle", "All"),
    "kind_other": ("In andere woorden", "In other words"),
    "kind_same": ("In de woorden van het document", "In the document's words"),
    "kind": ("Soort", "Kind"),
    "questions": ("Vragen", "Questions"),
    "words": ("Woorden", "Words"),
    "systems": ("Naast eenvoudiger manieren", "Beside simpler ways"),
    "system": ("Manier", "Way"),
    "first": ("Eerste juist", "First right"),
    "first_three": ("In eerste drie", "In first three"),
    "ratio": ("Verhouding", "Ratio"),
    "p": ("p van geen verschil", "p of no difference"),
    "risk_coverage": (
        "Wie alleen de zekerste antwoorden geeft, zit minder vaak fout",
        "Who gives only the surest answers is wrong less often",
    ),
    "coverage": (
        "Deel van de vragen dat antwoord krijgt, zekerste eerst",
        "Share of questions answered, surest first",
    ),
    "risk": ("Deel daarvan dat fout is", "Share of these that is wrong"),
    "reliability": (
        "Betekent „70% zeker” dat 70% juist is?", "Does “70% sure” mean that 70% is right?"
    ),
    "confidence": ("Opgegeven zekerheid", "Stated confidence"),
    "share_right": ("Deel dat juist is", "Share that is right"),
    "brier": ("Brier-score", "Brier score"),
    "ece": ("IJkfout", "Calibration error"),
    "wrong_passage": ("Verkeerde passage", "Wrong passage"),
    "wrong_words": ("Juiste passage, andere woorden", "Right passage, other words"),
    "answered": ("Antwoord waar er geen is", "Answer where there is none"),
    "right": ("Juist", "Right"),
    "wrong_count": (
        "{count} van {total} vragen gingen fout.", "{count} of {total} questions went wrong."
    ),
    "none_wrong": ("Hier ging niets fout.", "Nothing went wrong here."),
    "expected": ("Verwacht", "Expected"),
    "expected_none": (
        "Geen antwoord: het staat er niet in.", "No answer: the documents do not say."
    ),
    "came": ("Wat kwam", "What came"),
    "came_refused": (
        "Gezwegen; dit kwam het dichtst bij", "Silence; this came nearest"
    ),
    "gone": ("{place} staat niet in deze index", "{place} is not in this index"),
    "choose_against": (
        "Kies hierboven een meting om mee te vergelijken.", "Choose a run to compare with above."
    ),
    "compared": (
        "Op {count} vragen die beide metingen hebben: van {first} naar {second} juist (p = {p}).",
        "On {count} questions that both runs have: from {first} to {second} right (p = {p}).",
    ),
    "better": ("Beter geworden ({count})", "Better now ({count})"),
    "worse": ("Slechter geworden ({count})", "Worse now ({count})"),
    "figure": ("Cijfer", "Figure"),
    "feedback_intro": (
        ("Wat bezoekers van antwoorden vonden. Neem een oordeel op als evaluatievraag nadat u het "
        "hebt nagekeken, of gooi het weg."),
        ("What visitors thought of answers. Take a verdict in as an evaluation question after "
        "looking at it, or throw it away."),
    ),
    "feedback_none": ("Er is niets na te kijken.", "There is nothing to look at."),
    "feedback_count": ("{count} na te kijken", "{count} to look at"),
    "feedback_kept": (
        "{count} vragen uit feedback staan in {file}.",
        "{count} questions from feedback are in {file}.",
    ),
    "verdict_right": ("Oordeel: juist", "Verdict: right"),
    "verdict_wrong passage": ("Oordeel: verkeerde passage", "Verdict: wrong passage"),
    "verdict_wrong answer": (
        "Oordeel: juiste passage, verkeerd antwoord", "Verdict: right passage, wrong answer"
    ),
    "given": ("Het antwoord was", "The answer was"),
    "given_gone": (
        "Het antwoord staat niet meer in deze index.", "The answer is no longer in this index."
    ),
    "right_sentence": ("De zin die wel antwoordt", "The sentence that does answer"),
    "right_none": ("Geen: het staat er niet in", "None: the documents do not say"),
    "accept": ("Neem op", "Take in"),
    "discard": ("Gooi weg", "Throw away"),
}  # fmt: skip
