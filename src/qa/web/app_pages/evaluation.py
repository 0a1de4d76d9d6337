"""The page of the evaluation, as Streamlit runs it."""

from qa.web.evaluation import show

show()
