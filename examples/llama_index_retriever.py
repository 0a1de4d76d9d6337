"""Alinea as a LlamaIndex retriever: pip install 'alinea[llama-index]'."""

from qa import Index
from qa.integrations.llama_index import AlineaRetriever

retriever = AlineaRetriever(Index.open("index/"), k=3)
for found in retriever.retrieve("Wat zegt het rapport over gedwongen bedelarij?"):
    print(found.node.node_id, found.node.metadata["best_sentence"][:60])
