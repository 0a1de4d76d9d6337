"""How wide each page is; said once a run, as of two widths the browser sometimes keeps the first."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parent.parent.parent / "app.py")
PAGES = "src/qa/web/app_pages"
PLACE = {"doc": "kamerbrief-mensenhandel", "cite": "kamerbrief-mensenhandel#p20.s3"}


@pytest.mark.parametrize(
    ("file", "parameters", "width"),
    [
        ("ask", {}, "centered"),
        ("ask", {"q": "Wie tekende de brief?"}, "centered"),
        ("ask", PLACE, "centered"),
        ("ask", {"q": "Wie tekende de brief?"} | PLACE, "wide"),
        ("documents", {}, "wide"),
        ("evaluation", {}, "wide"),
    ],
)
def test_a_page_says_its_width_once(
    letter_index_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    parameters: dict[str, str],
    width: str,
) -> None:
    monkeypatch.setenv("ALINEA_INDEX", str(letter_index_path))
    said, set_config = [], st.set_page_config

    def note(**values: object) -> None:
        said.append(values.get("layout"))
        set_config(**values)

    page = AppTest.from_file(APP, default_timeout=60).run()
    page.switch_page(f"{PAGES}/{file}.py")
    page.query_params.update(parameters)
    page.run()  # a link is asked, and the page shown anew
    monkeypatch.setattr(st, "set_page_config", note)
    page.run()
    assert not page.exception
    assert [layout for layout in said if layout] == [width]
