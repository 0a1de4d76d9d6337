"""The script that Streamlit runs; its settings stand beside it in `.streamlit/config.toml`."""

from qa.web.navigation import show

show()
