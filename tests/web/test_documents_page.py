"""The page of the documents, run in this process without a browser."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qa import Index

REPOSITORY = Path(__file__).parent.parent.parent
APP = str(REPOSITORY / "app.py")
PAGE = "src/qa/web/app_pages/documents.py"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    folder.mkdir()
    for number in range(3):
        file = folder / f"stuk-{number}.txt"
        file.write_text(f"De bijdrage van stuk {number} was {number + 20} euro.\n")
        file.with_suffix(".toml").write_text(
            f'title = "Bijdrage **{number}** <b>x</b>"\ndate = "2021-0{number + 1}-12"\n'
            f'sender = "Gemeente {number}"\n'
        )
    Index.build([folder], tmp_path / "index")
    return folder


@pytest.fixture
def page(sources: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ALINEA_INDEX", str(sources.parent / "index"))
    return AppTest.from_file(APP, default_timeout=60).run().switch_page(PAGE)


def run(page: AppTest) -> AppTest:
    """Run the page until no work is under way."""
    deadline = time.monotonic() + 60
    page.run()
    while any(button.key == "cancel" for button in page.button) and time.monotonic() < deadline:
        time.sleep(0.1)
        page.run()
    assert not page.exception
    return page


def table(page: AppTest) -> dict[str, list]:
    return page.dataframe[0].value.to_dict("list")


def choose(page: AppTest, *rows: int) -> AppTest:
    key = page.dataframe[0].key
    page.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return run(page)


def text(page: AppTest) -> str:
    shown = [*page.markdown, *page.success, *page.error, *page.info, *page.warning, *page.caption]
    return "\n".join(element.value for element in shown).replace("\u2060", "").replace("\\", "")


def test_the_table_shows_what_is_in_the_index(page: AppTest) -> None:
    run(page)
    shown = table(page)
    assert shown["Titel"][0] == "Bijdrage **0** <b>x</b>"
    assert shown["Datum"] == ["2021-01-12", "2021-02-12", "2021-03-12"]
    assert shown["Afzender"] == ["Gemeente 0", "Gemeente 1", "Gemeente 2"]
    assert shown["Alinea's"] == [1, 1, 1]
    assert shown["Taal"] == ["nl", "nl", "nl"]
    assert shown["Bestand"] == ["onveranderd", "onveranderd", "onveranderd"]
    assert "3 van 3 documenten" in text(page)


def test_the_page_is_there_in_english(page: AppTest) -> None:
    page.session_state["lang"] = "en"
    assert list(table(run(page)))[:4] == ["Title", "Date", "Sender", "File"]
    assert page.file_uploader[0].label.startswith("Add documents")


def test_searching_leaves_the_rows_that_fit(page: AppTest) -> None:
    run(page).text_input(key="search").set_value("GEMEENTE 2021-02")
    assert table(run(page))["Naam"] == ["stuk-1"]
    page.text_input(key="search").set_value("niets van dit")
    assert "Geen document past bij „niets van dit”." in text(run(page))


def test_files_that_changed_or_are_gone_are_seen_and_read_again(
    page: AppTest, sources: Path
) -> None:
    (sources / "stuk-0.txt").write_text("De bijdrage van stuk 0 was 99 euro.\n")
    (sources / "stuk-1.txt").unlink()
    assert table(run(page))["Bestand"] == ["veranderd", "weg", "onveranderd"]
    assert "1 bestand is veranderd sinds het is gelezen." in text(page)
    page.button(key="reload").click()
    assert table(run(page))["Bestand"] == ["onveranderd", "weg", "onveranderd"]
    assert "Opnieuw gelezen: stuk-0" in text(page)
    index = Index.open(sources.parent / "index")
    assert index.document("stuk-0").text == "De bijdrage van stuk 0 was 99 euro.\n"


def test_a_document_is_added_and_each_bad_file_is_named(page: AppTest, sources: Path) -> None:
    run(page)
    page.file_uploader[0].upload("../zwembad.txt", b"Het zwembad kostte 4312 euro.\n")
    page.file_uploader[0].upload("nep *x*.pdf", b"geen pdf")
    page.button(key="add-button").click()
    run(page)
    assert "zwembad" in table(page)["Naam"]
    assert "Toegevoegd: zwembad" in text(page)
    assert "Niet gelezen: nep *x*.pdf. De inhoud is niet wat de naam zegt" in text(page)
    assert (sources.parent / "uploads" / "index" / "zwembad.txt").is_file()


def test_a_file_of_another_kind_is_named_and_not_dropped_in_silence(page: AppTest) -> None:
    run(page)
    page.file_uploader[0].upload("foto.png", b"\x89PNG\r\n\x1a\n")
    page.button(key="add-button").click()
    run(page)
    assert "Niet gelezen: foto.png. Dit soort leest Alinea niet" in text(page)
    assert len(table(page)["Naam"]) == 3


def test_no_file_and_one_that_is_too_large_are_said(page: AppTest) -> None:
    run(page).button(key="add-button").click().run()
    assert "Er is geen bestand om toe te voegen: kies er een van hoogstens 50 MB." in text(page)
    page.file_uploader[0].upload("groot.txt", b"Het zwembad. " * 4_000_000)
    page.button(key="add-button").click()
    run(page)
    assert "Niet gelezen: groot.txt. Het bestand is te groot: splits het" in text(page)


def test_removing_asks_first_and_keeps_a_file_that_is_not_ours(
    page: AppTest, sources: Path
) -> None:
    choose(run(page), 1)
    assert "Gekozen: Bijdrage **1** <b>x</b>" in text(page)
    page.button(key="remove").click()
    assert "Het bestand zelf blijft staan waar het staat." in text(run(page))
    page.button(key="remove-no").click()
    assert table(run(page))["Naam"] == ["stuk-0", "stuk-1", "stuk-2"]
    page.button(key="remove").click()
    run(page).button(key="remove-yes").click()
    assert table(run(page))["Naam"] == ["stuk-0", "stuk-2"]
    assert "Verwijderd: stuk-1" in text(page)
    assert (sources / "stuk-1.txt").is_file()


def test_a_link_chooses_a_document_and_unticking_it_does_not(page: AppTest) -> None:
    page.query_params["document"] = "stuk-2"
    assert "Gekozen: Bijdrage **2** <b>x</b>" in text(run(page))
    choose(page, 1)
    assert page.query_params["document"] == "stuk-1"
    assert "Kies een of meer rijen" in text(choose(page))
    assert "document" not in page.query_params


def test_several_are_removed_at_once(page: AppTest) -> None:
    choose(run(page), 0, 2)
    page.button(key="remove").click()
    run(page).button(key="remove-yes").click()
    assert table(run(page))["Naam"] == ["stuk-1"]


def test_it_is_said_which_files_are_deleted_with_what_was_added_here(page: AppTest) -> None:
    run(page).file_uploader[0].upload("zwembad.txt", b"Het zwembad kostte 4312 euro.\n")
    page.button(key="add-button").click()
    assert table(run(page))["Naam"] == ["stuk-0", "stuk-1", "stuk-2", "zwembad"]
    choose(page, 0, 3)
    page.button(key="remove").click()
    assert (
        "Wat hier is toegevoegd, wordt ook gewist: zwembad.txt. De andere bestanden blijven staan."
        in text(run(page))
    )
    choose(page, 0, 1)
    page.button(key="remove").click()
    assert "De bestanden zelf blijven staan waar ze staan." in text(run(page))
    choose(page, 3)
    page.button(key="remove").click()
    assert "Het bestand dat hier is toegevoegd, wordt ook gewist." in text(run(page))


def test_what_came_of_a_change_is_said_till_it_is_put_away(page: AppTest) -> None:
    run(page).file_uploader[0].upload("zwembad.txt", b"Het zwembad kostte 4312 euro.\n")
    page.button(key="add-button").click()
    assert "Toegevoegd: zwembad" in text(run(page))
    assert "Toegevoegd: zwembad" in text(choose(page, 0))
    page.button(key="put-away").click()
    assert "Toegevoegd: zwembad" not in text(run(page))


def test_what_came_of_a_change_is_not_said_again_on_coming_back(page: AppTest) -> None:
    run(page).file_uploader[0].upload("zwembad.txt", b"Het zwembad kostte 4312 euro.\n")
    page.button(key="add-button").click()
    assert "Toegevoegd: zwembad" in text(run(page))
    page.switch_page("src/qa/web/app_pages/ask.py").run()
    page.switch_page(PAGE)
    assert "Toegevoegd: zwembad" not in text(run(page))


def test_how_a_document_was_read_is_shown_and_saved(page: AppTest) -> None:
    choose(run(page), 0)
    page.button(key="examine").click()
    shown = run(page).get("iframe")[0].proto.srcdoc
    assert "De bijdrage van stuk 0 was 20 euro." in shown
    assert "stuk-0: how it was read" in shown
    assert len(page.get("download_button")) == 1
    assert page.button(key="examine").label == "Verberg hoe het is gelezen"


def test_an_empty_start_can_be_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "nieuw"))
    page = AppTest.from_file(APP, default_timeout=60).run().switch_page(PAGE)
    run(page).file_uploader[0].upload("zwembad.md", b"# Zwembad\n\nHet kostte 4312 euro.\n")
    page.button(key="add-button").click()
    assert table(run(page))["Naam"] == ["zwembad"]


def test_three_hundred_documents_fit_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    for number in range(300):
        (folder / f"stuk-{number:03}.txt").write_text(f"Punt {number}.\n")
    Index.build([folder], tmp_path / "index")
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "index"))
    page = AppTest.from_file(APP, default_timeout=60).run().switch_page(PAGE)
    assert len(table(run(page))["Naam"]) == 300
    page.text_input(key="search").set_value("stuk-29")
    assert "10 van 300 documenten" in text(run(page))
