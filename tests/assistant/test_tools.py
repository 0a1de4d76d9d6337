"""Each tool as an assistant calls it, over standard input and output and over HTTP."""

import json

DOC = "kamerbrief-mensenhandel"
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"


def test_the_tools_are_listed_and_none_changes_anything(assistant):
    tools = assistant.tools()
    assert set(tools) == {"ask", "search", "open_citation", "list_documents"}
    assert all(tool.description and tool.output_schema for tool in tools.values())
    assert all(tool.annotations.read_only_hint for tool in tools.values())
    assert "Quote `text` word for word" in assistant.client.instructions


def test_an_answer_comes_with_the_paragraph_to_quote_it_from(assistant):
    outcome = assistant.call("ask", question=QUESTION, k=1)
    assert outcome["answered"]
    assert outcome["passages"] == []
    (answer,) = outcome["answers"]
    assert answer["text"] == "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    assert answer["words"] == "68%"
    assert answer["reference"] == (
        f"{DOC} › Statistische gegevens › paragraph 20, page 4, lines 182-183"
    )
    assert answer["cited"]["id"] == f"{DOC}#p20"
    assert answer["text"] in answer["cited"]["text"]
    assert 0.35 < answer["confidence"] <= 1


def test_without_an_answer_it_says_so_and_shows_what_is_near(assistant):
    outcome = assistant.call("ask", question="Hoe hoog is de Eiffeltoren in Parijs?")
    assert (outcome["answered"], outcome["answers"]) == (False, [])
    assert len(outcome["passages"]) == 5


def test_a_follow_up_is_understood(assistant):
    outcome = assistant.call("ask", question="En vrouw?", previous=QUESTION)
    assert outcome["understood"]
    assert "arbeidsuitbuiting" in outcome["understood"]


def test_search_gives_passages_in_order(assistant):
    passages = assistant.call("search", question="gedwongen bedelarij", k=2)["passages"]
    assert passages[0]["cited"]["id"] == f"{DOC}#p23"
    assert len(passages) == 2
    assert passages[0]["sentence"] in passages[0]["cited"]["text"]
    (section,) = assistant.call("search", question="cijfers", k=1, unit="section")["passages"]
    assert section["cited"]["id"].startswith(f"{DOC}#sec")


def test_a_citation_opens_with_its_neighbours(assistant):
    opened = assistant.call("open_citation", id=f"{DOC}#p20.s2", neighbours=2)
    assert opened["cited"]["id"] == f"{DOC}#p20"
    assert [other["paragraph"] for other in opened["before"]] == [18, 19]
    assert [other["paragraph"] for other in opened["after"]] == [21, 22]
    first = assistant.call("open_citation", id=f"{DOC}#p1")
    assert first["before"] == []
    assert [note["marker"] for note in first["cited"]["footnotes"]] == ["1"]
    note = assistant.call("open_citation", id=f"{DOC}#fn6", neighbours=0)
    assert note["cited"]["text"].startswith("Dit jaar heeft de Europese Commissie")


def test_a_section_that_was_found_opens_alone(assistant):
    (found,) = assistant.call("search", question="cijfers", k=1, unit="section")["passages"]
    opened = assistant.call("open_citation", id=found["cited"]["id"], neighbours=2)
    assert opened["cited"] == found["cited"]
    assert opened["cited"]["text"].startswith("Op basis van statistische informatie")
    assert (opened["before"], opened["after"]) == ([], [])


def test_documents_are_listed_without_their_paths(assistant):
    listed = assistant.call("list_documents")
    assert listed["documents"] == [
        {
            "id": DOC,
            "title": None,
            "date": None,
            "language": "nl",
            "page_count": 5,
            "paragraph_count": 27,
        }
    ]
    assert "/" not in json.dumps(listed)


def test_what_goes_wrong_is_told_in_a_sentence(assistant):
    for tool, arguments, message in [
        ("ask", {"question": " ?"}, "The question is empty: type a question in words."),
        ("open_citation", {"id": "nergens#p1"}, "There is no document 'nergens' in the index"),
        (
            "open_citation",
            {"id": f"{DOC}#p99"},
            f"There is no paragraph, footnote or section '{DOC}#p99'",
        ),
        ("open_citation", {"id": "onzin"}, "There is no document '' in the index"),
        ("search", {"question": "bedelarij", "documents": ["nergens"]}, "'nergens'"),
        ("ask", {"question": QUESTION, "since": "morgen"}, "morgen"),
        ("ask", {"question": QUESTION, "k": 0}, "greater than or equal to 1"),
    ]:
        told = assistant.call(tool, **arguments)
        assert isinstance(told, str)
        assert message in told
        assert "Traceback" not in told
