"""Bringing an element of the page in sight."""

from __future__ import annotations

import streamlit as st

# More than once: Streamlit moves to the end of a chat by itself, on a slow machine late, and the
# fonts of a first visit may arrive in between and move the lines. Not after a person has begun
# to do something.
_SCRIPT = """<script>
{{
let busy = false;
for (const act of ["pointerdown", "wheel", "touchstart", "keydown"])
  addEventListener(act, () => {{ busy = true; }}, {{once: true, capture: true}});
for (const wait of [20, 400, 1200, 2500])
  setTimeout(() => {{
    const target = document.getElementById("{target}");
    if (busy || !target) return;
    target.scrollIntoView({{block: "{block}"}});
    if (!{focus}) return;
    target.tabIndex = -1;
    target.focus({{preventScroll: true}});  // the Tab key goes on from here
  }}, wait);
}}
</script><!-- {occasion} -->"""


_WITHIN = """<script>
{{
const column = document.querySelector(".{column}")?.closest('[data-testid="stColumn"]');
const target = column?.querySelector("#{target}");
if (target) column.scrollTop += target.getBoundingClientRect().top
  - column.getBoundingClientRect().top - 16;
}}
</script><!-- {occasion} -->"""


def scroll_within(column: str, target: str, occasion: int) -> None:
    """Scroll the column that holds a container of class `column`, and nothing else."""
    script = _WITHIN.format(column=column, target=target, occasion=occasion)
    st.html(script, unsafe_allow_javascript=True)


def scroll_to(target: str, block: str, occasion: int, *, focus: bool = False) -> None:
    """Scroll to the element with this id, once for each `occasion`. None of it is a reader's text.

    `block` is "start" or "center".
    """
    script = _SCRIPT.format(target=target, block=block, occasion=occasion, focus=str(focus).lower())
    st.html(script, unsafe_allow_javascript=True)
