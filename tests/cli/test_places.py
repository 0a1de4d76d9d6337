"""Places of text files on the command line: lines, headings, the title once."""

from qa.cli import run


def test_places_in_a_text_file_are_its_lines_and_the_title_stands_once(tmp_path, capsys):
    text = "# Besluit over de haven\n\n## Inleiding\n\n### Doel\n\nDe haven sluit in juni.\n\n## Leeg\n"
    (tmp_path / "nota.md").write_text(text, "utf-8")
    index = ["--index", str(tmp_path / "index")]
    assert run(["index", str(tmp_path / "nota.md"), *index]) == 0
    capsys.readouterr()
    assert run(["search", "Wanneer sluit de haven?", *index]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "1. Besluit over de haven › Inleiding › Doel › paragraph 1, line 7"
    )
    assert run(["show", "nota", *index]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[shown.index("# Besluit over de haven") :] == [
        "# Besluit over de haven",
        "",
        "## Inleiding",
        "",
        "### Doel",
        "",
        "[1] line 7",
        "De haven sluit in juni.",
        "",
        "## Leeg",
    ]
