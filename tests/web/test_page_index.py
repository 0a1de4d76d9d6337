"""The page where there is no index, a broken one, or another than before."""

import shutil
import time
from pathlib import Path

import pytest
from page_text import APP, ask, html
from streamlit.testing.v1 import AppTest

from qa import Index


def test_no_index_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALINEA_INDEX", raising=False)
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert page.subheader[0].value == (
        "Er zijn nog geen documenten om in te zoeken: maak eerst een index."
    )
    assert page.code[0].value == "qa index corpus/"
    assert not page.button


def test_the_page_makes_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("De vergadering begint om tien uur.\n")
    (tmp_path / "corpus" / "kapot.pdf").write_bytes(b"%PDF-1.4 rommel")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "made"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert page.button(key="build").label == "Maak de index van de map corpus/"
    page.button(key="build").click().run()
    deadline = time.monotonic() + 60
    while not page.chat_input and time.monotonic() < deadline:
        time.sleep(0.2)
        page.run()
    assert not page.exception
    (said,) = (error.value.replace("\\", "").replace("\u2060", "") for error in page.error)
    assert said == (
        "Niet gelezen: corpus/kapot.pdf. Het bestand is beschadigd of niet te lezen: haal het "
        "opnieuw op."
    )
    ask(page, "Hoe laat begint de vergadering?")
    assert "<mark>tien uur</mark>." in html(page) or "<mark>om tien uur</mark>." in html(page)
    assert not page.run().error


def test_where_no_file_can_be_read_each_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "kapot.pdf").write_bytes(b"%PDF-1.4 rommel")
    (tmp_path / "corpus" / "leeg.txt").write_text("\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "made"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    page.button(key="build").click().run()
    deadline = time.monotonic() + 60
    while not page.error and time.monotonic() < deadline:
        time.sleep(0.2)
        page.run()
    said = " ".join(error.value for error in page.error).replace("\\", "").replace("\u2060", "")
    assert "Niet gelezen: corpus/kapot.pdf. Het bestand is beschadigd" in said
    assert "Niet gelezen: corpus/leeg.txt. " in said
    assert page.button(key="build").label == "Maak de index van de map corpus/"


def test_a_broken_index_gets_one_sentence(
    letter_index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(letter_index_path, broken)
    next(broken.glob("generations/*/segment-1.arrays")).write_text("no")
    monkeypatch.setenv("ALINEA_INDEX", str(broken))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert [error.value for error in page.error] == [
        (
            "De index is beschadigd: herstel hem met `qa doctor --repair`, of maak hem opnieuw met "
            "`qa index`."
        )
    ]
    page.segmented_control(key="lang").set_value("en").run()
    assert page.error[0].value == (
        f"The index in {broken} is damaged (segment-1.arrays): run `qa doctor --repair`, or make it "
        "anew with `qa index SOURCE`."
    )


def test_an_index_of_another_format_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "manifest.json").write_text('{"format": 3}')
    monkeypatch.setenv("ALINEA_INDEX", str(old))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert [error.value for error in page.error] == [
        "De index is gemaakt door een andere versie van Alinea: maak hem opnieuw met `qa index`."
    ]


def test_an_index_replaced_meanwhile_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, index = tmp_path / "uur.txt", tmp_path / "index"
    source.write_text("De vergadering begint om tien uur.\n")
    Index.build([source], index)
    monkeypatch.setenv("ALINEA_INDEX", str(index))
    page = ask(AppTest.from_file(APP, default_timeout=60).run(), "Wanneer begint de vergadering?")
    assert "tien uur" in html(page)
    source.write_text("De vergadering begint om elf uur.\n")
    Index.build([source], index)
    page.run()
    assert not page.exception
    assert "elf uur" in html(page)
    assert "tien uur" not in html(page)
