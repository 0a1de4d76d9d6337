"""The page to ask on, as Streamlit runs it."""

from qa.web.page import show

show()
