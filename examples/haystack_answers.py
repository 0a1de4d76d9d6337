"""Alinea in a Haystack pipeline, with extractive answers: pip install 'alinea[haystack]'."""

import os

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # it reports on its use otherwise
from haystack import Pipeline

from qa.integrations.haystack import AlineaAnswerer

pipeline = Pipeline()
pipeline.add_component("answerer", AlineaAnswerer("index/", top_k=1))
question = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
(answer,) = pipeline.run({"answerer": {"query": question}})["answerer"]["answers"]
print(answer.data)
print(answer.document.meta["reference"], answer.document_offset)
