"""Paragraphs of articles and official gazettes meet in one normal form."""

import pytest

from qa.analysis import Analyser

BARE = Analyser([])


def terms(text, language="nl"):
    return BARE.document_terms(text, language)


@pytest.mark.parametrize(
    "text",
    ["artikel 3, tweede lid", "artikel 3 lid 2", "artikel 3, 2e lid", "Artikel 3, LID 2"],
)
def test_a_paragraph_of_an_article_is_a_number(text):
    assert terms(text) == ["artikel", "3", "id:paragraph-2", "lid"]


def test_each_paragraph_that_is_counted_is_found():
    assert terms("het eerste, tweede en vierde lid") == [
        *["id:paragraph-1", "id:paragraph-2", "id:paragraph-4", "lid"]
    ]


def test_an_english_paragraph_is_the_same():
    assert terms("the second paragraph", "en") == ["id:paragraph-2", "paragraph"]
    assert terms("paragraph 2", "en") == ["id:paragraph-2", "paragraph"]


def test_a_member_is_no_paragraph():
    assert terms("eerste Kamerlid") == ["eerst", "kamerlid"]
    assert terms("lid 2020 of lid 2,5") == ["lid", "2020", "lid", "2.5"]


@pytest.mark.parametrize(
    "text",
    [
        "Stb. 2020, 123",
        "Stb. 2020/123",
        "Stb. 2020, nr. 123",
        "Staatsblad 2020, 123",
        "Staatsblad 2020 nr. 123",
    ],
)
def test_a_number_of_a_gazette_has_one_form(text):
    assert terms(text) == ["staatsblad", "id:staatsblad-2020-123", "2020", "123"]


def test_a_gazette_has_its_full_name():
    assert terms("Stcrt.") == terms("Staatscourant") == ["staatscourant"]
    assert terms("Trb. 2019, 4") == ["tractatenblad", "id:tractatenblad-2019-4", "2019", "4"]
    assert terms("Staatscourant 12 mei 2019") == ["staatscourant", *terms("12 mei 2019")]


def test_a_year_that_is_followed_by_another_stays_a_gazette():
    assert terms("Stb. 2020/21") == ["staatsblad", "id:staatsblad-2020-21", "2020", "21"]
