"""`qa doctor` on the command line: exit codes, JSON, the page of a PDF."""

import json
import re
from pathlib import Path

from qa.cli import run
from qa.doctor import page_images
from qa.errors import AlineaError
from qa.load.pdf.page_pictures import Picture

PDF = Path(__file__).parents[2] / "eval" / "parsing" / "pdf" / "brief.pdf"


def test_without_an_index_it_says_what_to_do(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALINEA_PORT", "9000")
    assert run(["doctor", "--json"]) == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    problem = "There is no index in index: make one with `qa index SOURCE`."
    assert found["problems"] == [problem]
    assert err == f"qa: {problem}\n"
    subjects = {finding["subject"]: finding["found"] for finding in found["findings"]}
    assert subjects["setting ALINEA_PORT"] == "9000 (from the environment)"
    assert subjects["reader"] == "works"


def test_a_document_of_the_index_as_json(capsys, letter_index_path):
    arguments = ["doctor", "kamerbrief-mensenhandel", "--json", "--index", str(letter_index_path)]
    assert run(arguments) == 0
    parts = json.loads(capsys.readouterr().out)["parts"]
    assert [part["page"] for part in parts] == [1, 2, 3, 4, 5]
    assert parts[0]["hyphens"][0]["result"] == "Kamercommissie"


def test_the_page_of_a_pdf_shows_its_pages_with_boxes(capsys, tmp_path):
    page = tmp_path / "brief.html"
    assert run(["doctor", str(PDF), "--html", str(page)]) == 0
    assert capsys.readouterr().out == f"Written: {page}\n"
    html = page.read_text("utf-8")
    assert html.count('href="data:image/webp;base64,') == 2
    assert len(re.findall(r"<rect class=\"note\"", html)) == 3
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", html)


def test_pages_from_one_that_cannot_be_drawn_are_shown_as_text(capsys, tmp_path, monkeypatch):
    def draw_page(file, page):
        if page == 2:
            raise AlineaError("too_slow", f"{file.name} is too slow to read.")
        return Picture(b"x", 595.0, 842.0)

    monkeypatch.setattr(page_images, "draw_page", draw_page)
    page = tmp_path / "brief.html"
    assert run(["doctor", str(PDF), "--html", str(page)]) == 0
    out, err = capsys.readouterr()
    assert out == f"Written: {page}\n"
    assert err == "qa: brief.pdf is too slow to read.\n"
    html = page.read_text("utf-8")
    assert html.count('href="data:image/webp;base64,eA=="') == 1
    assert html.count('<pre class="source">') == 1


def test_wrong_use(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["doctor", "--html", "uit.html"]) == 2
    assert run(["doctor", "bestaat-niet"]) == 1
    assert capsys.readouterr().err.splitlines()[1] == (
        "qa: bestaat-niet is no file, and there is no index in index to find it in."
    )
