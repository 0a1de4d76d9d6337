"""The index as each framework sees it: its own types, with the citation whole."""

import asyncio
import json

import pytest
from haystack import Document as HaystackDocument
from haystack import Pipeline
from haystack.dataclasses import ExtractedAnswer
from llama_index.core.schema import MetadataMode, NodeRelationship

from qa import AlineaError, Index
from qa.integrations import haystack, langchain, llama_index

DOC = "kamerbrief-mensenhandel"
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
BEGGING = "gedwongen bedelarij"


def test_langchain_gives_paragraphs_with_their_citation(letter_index):
    retriever = langchain.AlineaRetriever(index=letter_index, k=2)
    first, second = retriever.invoke(BEGGING)
    assert first.id == f"{DOC}#p23"
    assert first.page_content == letter_index.document(DOC).unit(first.id).text
    assert first.metadata["reference"] == (
        f"{DOC} › Statistische gegevens › paragraph 23, page 5, lines 218-228"
    )
    assert first.metadata["pages"] == [5]
    assert first.metadata["best_sentence"] in first.page_content
    assert first.metadata["rank_score"] > second.metadata["rank_score"]
    assert json.loads(json.dumps(first.metadata)) == first.metadata
    assert asyncio.run(retriever.ainvoke(BEGGING)) == [first, second]


def test_langchain_passes_on_where_to_search_and_what_is_wrong(letter_index):
    sections = langchain.AlineaRetriever(index=letter_index, k=1, unit="section")
    assert sections.invoke("cijfers")[0].metadata["kind"] == "section"
    with pytest.raises(AlineaError, match="no document 'nergens'"):
        langchain.AlineaRetriever(index=letter_index, documents=["nergens"]).invoke(BEGGING)


def test_llama_index_gives_nodes_of_which_a_model_sees_the_place(letter_index):
    retriever = llama_index.AlineaRetriever(letter_index, k=2)
    first, second = retriever.retrieve(BEGGING)
    assert first.node.node_id == f"{DOC}#p23"
    assert first.score > second.score
    assert first.node.relationships[NodeRelationship.SOURCE].node_id == DOC
    shown = first.node.get_content(MetadataMode.LLM)
    assert shown.startswith(f"reference: {DOC} › Statistische gegevens › paragraph 23")
    assert shown.endswith(first.node.text)
    assert "source_spans" not in shown
    assert first.node.get_content(MetadataMode.EMBED) == first.node.text
    again = asyncio.run(retriever.aretrieve(BEGGING))
    assert [found.node.node_id for found in again] == [f"{DOC}#p23", second.node.node_id]


def test_haystack_retrieves_documents(letter_index):
    (found,) = haystack.AlineaRetriever(letter_index).run(BEGGING, top_k=1)["documents"]
    assert (found.id, found.meta["paragraph"]) == (f"{DOC}#p23", 23)
    assert found.content == letter_index.document(DOC).unit(found.id).text
    assert HaystackDocument.from_dict(found.to_dict()) == found


def test_haystack_answers_are_quotes_with_their_offsets(letter_index):
    answers = haystack.AlineaAnswerer(letter_index).run(QUESTION)["answers"]
    first = answers[0]
    assert first.data == "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    offsets = slice(first.document_offset.start, first.document_offset.end)
    assert first.document.content[offsets] == first.data
    assert first.data[slice(*first.meta["span"])] == "68%"
    assert first.document.meta["footnotes"] == []
    asked = letter_index.ask(QUESTION).answers
    assert [a.score for a in answers] == [a.confidence for a in asked]
    assert ExtractedAnswer.from_dict(first.to_dict()) == first


def test_haystack_is_told_that_there_is_no_answer(letter_index):
    question = "Hoe hoog is de Eiffeltoren in Parijs?"
    (none,) = haystack.AlineaAnswerer(letter_index).run(question)["answers"]
    assert (none.data, none.document, none.query) == (None, None, question)
    assert none.score > 0.65


def test_a_haystack_pipeline_can_be_stored(letter_index_path):
    pipeline = Pipeline()
    pipeline.add_component("retriever", haystack.AlineaRetriever(letter_index_path, top_k=1))
    pipeline.add_component("answerer", haystack.AlineaAnswerer(Index.open(letter_index_path)))
    stored = pipeline.dumps()
    assert str(letter_index_path) in stored
    again = Pipeline.loads(stored, unsafe=True)
    outcome = again.run({"retriever": {"query": BEGGING}, "answerer": {"query": QUESTION}})
    assert [found.id for found in outcome["retriever"]["documents"]] == [f"{DOC}#p23"]
    assert outcome["answerer"]["answers"][0].meta["id"].startswith(f"{DOC}#p20.s")


def test_the_settings_of_a_search_are_checked_as_ever(letter_index, tmp_path):
    with pytest.raises(AlineaError, match="The question is empty"):
        llama_index.AlineaRetriever(letter_index).retrieve("?")
    with pytest.raises(AlineaError, match="There is no index in"):
        haystack.AlineaRetriever(tmp_path / "none")
