"""The web page, for `streamlit run app.py`; its code is in `qa.web`."""

from qa.web.navigation import show

show()
