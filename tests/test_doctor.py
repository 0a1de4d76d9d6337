"""The doctor: what it finds in a document, in an index, and the page it writes."""

import re
from dataclasses import replace

from encoders import WordEncoder
from letters import parse

from qa import Index
from qa.doctor import examine_document, examine_index
from qa.doctor.html import render
from qa.doctor.outline import outline


def test_what_was_done_to_a_letter_is_told_page_by_page(letter):
    parts = examine_document(letter)
    assert [part.name for part in parts] == ["page 1", "page 2", "page 3", "page 4", "page 5"]
    assert [(w.source, w.result) for w in parts[0].hyphens] == [
        ("Kamercom-/missie", "Kamercommissie"),
        ("Mensenhan-/delaars", "Mensenhandelaars"),
    ]
    assert parts[1].counts["footnote"] == 1
    assert parts[1].notes[0].after == ("Samen tegen mensenhandel",)
    assert all(part.doubts == 0 for part in parts)
    told = outline(letter, parts).splitlines()
    assert told[2:5] == [
        "sender: De Staatssecretaris van Justitie en Veiligheid (page 2, line 81)",
        "signatory: A. Broekers-Knol (page 2, line 82)",
        "language: nl (sidecar)",
    ]
    assert told[6] == "nothing to look at"


def test_a_kept_hyphen_is_shown_with_it():
    (part,) = examine_document(parse("Dit gaat over de EU-\nagentschappen en hun werk."))
    assert [(w.source, w.result) for w in part.hyphens] == [
        ("EU-/agentschappen", "EU-agentschappen")
    ]


def test_doubtful_paragraphs_are_named_with_the_reason():
    document = parse(
        "De commissie heeft hierover lang met de raad gesproken en daarna\n"
        "17\n"
        "besloten dat het plan van de baan is.\n\n"
        "Dit is een zin die om een of andere reden niet wordt afgemaakt want,\n\n"
        "Daarover schreef de Kamer8. En meer niet.\n"
    )
    (part,) = examine_document(document)
    assert [(odd.id, odd.reason) for odd in part.suspicious] == [
        ("brief#p1", "a number alone on its line (17)"),
        ("brief#p2", "ends in mid-sentence"),
    ]
    assert [mark.text for mark in part.marks_without_note] == ["Kamer8"]


def test_the_page_leads_to_what_is_doubtful():
    document = parse(
        "Alles is goed.\n\nDit is een zin die om een of andere reden niet goed afloopt\n"
    )
    page = render(document, examine_document(document), [])
    assert '1 thing to look at: <a href="#part-1">before the first heading</a>.' in page
    assert '<li><a href="#brief#p2">paragraph 2: </a>ends in mid-sentence: ' in page
    assert '<section id="part-1">' in page


def test_a_note_without_a_mark_and_text_without_a_role_are_found(letter):
    first, _, *others = letter.paragraphs
    parts = examine_document(replace(letter, paragraphs=(first, *others)))
    assert (
        parts[0].unassigned[0]
        == "Met deze brief kom ik tegemoet aan het verzoek van de Vaste Kamercom-"
    )
    note, *notes = letter.footnotes
    orphaned = replace(letter, footnotes=(replace(note, referred_from=()), *notes))
    assert [note.id for note in examine_document(orphaned)[0].orphans] == ["brief#fn1"]


def test_the_page_holds_all_text_escaped_and_nothing_from_outside():
    document = parse('Een <script>alert(1)</script> & een "tag".\n\nNog een alinea.')
    page = render(document, examine_document(document), [])
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; een &quot;tag&quot;." in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", page)
    assert "url(" not in page
    assert "@import" not in page


def test_an_index_whose_file_is_gone_or_changed_says_what_to_do(tmp_path):
    for name in ("gebleven", "veranderd", "weg"):
        (tmp_path / f"{name}.txt").write_text(f"De zaak is {name}, zo blijkt.\n", "utf-8")
    Index.build(tmp_path, tmp_path / "index", encoder=WordEncoder())
    assert [f.problem for f in examine_index(tmp_path / "index") if f.problem] == []
    (tmp_path / "veranderd.txt").write_text("Iets anders.\n", "utf-8")
    (tmp_path / "weg.txt").unlink()
    problems = [f.problem for f in examine_index(tmp_path / "index") if f.problem]
    changed, gone = problems
    assert changed == (
        f"veranderd.txt has changed since it was indexed: run `qa add '{tmp_path}/veranderd.txt'`."
    )
    assert gone == (
        f"The file of weg is gone from {tmp_path}/weg.txt: put it back, or take the document out "
        "with `qa remove weg`."
    )


def test_a_damaged_index_is_a_problem(tmp_path):
    (tmp_path / "brief.txt").write_text("De opvang is dicht.\n", "utf-8")
    Index.build(tmp_path, tmp_path / "index", encoder=WordEncoder())
    next((tmp_path / "index").glob("generations/*/segment-1.arrays")).write_text("{}")
    (finding,) = examine_index(tmp_path / "index")
    assert finding.problem is not None
    assert "is damaged (segment-1.arrays): run `qa doctor --repair`, or" in finding.problem
