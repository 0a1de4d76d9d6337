"""The page run in this process: what is typed on it, and what is seen."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parent.parent.parent / "app.py")


def plain(label: str) -> str:
    """A label without what keeps Markdown off."""
    return label.replace("\u2060", "").replace("\\", "")


def html(page: AppTest) -> str:
    return "\n".join(element.value for element in page.html)


def visible(text: str) -> str:
    """HTML of a card without the words for those who hear it."""
    for hidden in ("citaat: ", " einde citaat", "quote: ", " end of quote"):
        text = text.replace(f'<span class="al-hidden">{hidden}</span>', "")
    return text


def ask(page: AppTest, question: str) -> AppTest:
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page
