"""XML that is refused, and arrangements of elements that nobody foresaw."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xml_files import PAPER, PROCEEDINGS, read

from qa.errors import AlineaError

BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<officiele-publicatie><al>&c;</al></officiele-publicatie>"
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    "<officiele-publicatie><al>Gastheer: &a;</al></officiele-publicatie>"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_file"),
        ("<officiele-publicatie><al>Half", "malformed_xml"),
        ("Geen XML.", "malformed_xml"),
        (BILLION_LAUGHS, "xml_entities"),
        (OUTSIDE, "xml_entities"),
        ("<a>" * 5000 + "diep" + "</a>" * 5000, "malformed_xml"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><text>As</text></svg>', "unknown_format"),
        ("<prijzen><prijs>1</prijs><prijs>2</prijs></prijzen>", "unknown_format"),
        ("<officiele-publicatie><metadata/></officiele-publicatie>", "no_paragraph"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(text, code):
    with pytest.raises(AlineaError) as refused:
        read(text)
    assert refused.value.code == code
    assert "\n" not in refused.value.message


def test_an_unknown_kind_of_xml_is_named():
    with pytest.raises(AlineaError, match=r"<svg> of http://www\.w3\.org/2000/svg"):
        read('<svg xmlns="http://www.w3.org/2000/svg"><text>As</text></svg>')


NAMES = st.sampled_from(
    "al al-groep lijst li li.nr lid table tgroup thead tbody row entry noot noot.nr noot.al nootref "
    "kop titel nr divisie stuk dossier vraag antwoord spreekbeurt spreker motie motie-info nadruk "
    "sup ondertekening naam tussenkop tekst onbekend".split()
)
TREES = st.recursive(
    st.text("ab1., :()\n\t&;é", max_size=12).map(
        lambda s: s.replace("&", "&amp;") if s else "woord"
    ),
    lambda inner: st.tuples(NAMES, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]} id='n' refid='n'>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_any_arrangement_of_the_elements_loses_and_doubles_no_word(tree):
    words = "".join("".join(part.split(">")[-1] for part in tree.split("<")).split())
    try:
        document = read(f"<officiele-publicatie><stuk>{tree}</stuk></officiele-publicatie>")
    except AlineaError as error:
        assert error.code == "no_paragraph"
        return
    assert sorted("".join(document.text.split())) == sorted(words.replace("&amp;", "&"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400), st.sampled_from([PAPER, PROCEEDINGS]))
def test_broken_files_are_refused_and_never_crash(junk, at, whole):
    data = whole.encode()
    try:
        read(data[: at * 5] + junk + data[at * 5 :])
    except AlineaError as error:
        assert error.message.endswith(".")
