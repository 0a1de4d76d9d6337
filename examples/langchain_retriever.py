"""Alinea as the retriever of a LangChain chain: pip install 'alinea[langchain]'."""

from langchain_core.runnables import RunnableLambda

from qa import Index
from qa.integrations.langchain import AlineaRetriever

retriever = AlineaRetriever(index=Index.open("index/"), k=3)
chain = retriever | RunnableLambda(lambda found: [d.metadata["reference"] for d in found])
for reference in chain.invoke("Wat zegt het rapport over gedwongen bedelarij?"):
    print(reference)
