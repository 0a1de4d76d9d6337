"""The page of the documents, as Streamlit runs it."""

from qa.web.documents import show

show()
