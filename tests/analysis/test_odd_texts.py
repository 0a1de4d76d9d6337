"""Texts that no one would write are analysed all the same, and in a time that they deserve."""

import pytest

from qa.analysis import Analyser, analyse
from qa.analysis.abbreviations import Pair, find_pairs

BARE = Analyser([])
LONG = "1" * 5000


def terms(text, language="nl"):
    return BARE.document_terms(text, language)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("text", [LONG, f"€ {LONG}", f"{LONG} miljoen", f"0,{LONG} million"])
def test_a_number_without_end_is_a_term(text, language):
    assert LONG in terms(text, language)[0]


def test_a_share_with_a_number_without_end_is_no_share():
    assert terms(f"5 op {LONG}") == ["5", LONG]
    assert terms(f"{LONG} op 8") == [LONG, "8"]
    assert terms(f"1/{LONG}") == [f"1/{LONG}"]


def test_a_number_of_hundreds_of_digits_has_no_magnitude():
    number = "1" * 400
    assert terms(f"{number},12345678 miljoen") == [f"{number},12345678", "miljoen"]


def test_magnitudes_without_end():
    assert terms("2 " + "miljoen " * 2000)[0] == "2" + 24 * "0"
    assert terms("twee miljoen " * 2000) == ["2000000"] * 2000


def test_what_is_added_to_a_number_may_have_a_magnitude_itself():
    assert terms("twee miljoen vijfhonderd duizend zeshonderd") == ["2500600"]
    assert terms("two billion three hundred million", "en") == ["2300000000"]
    assert terms("two million three million", "en") == ["2000000", "3000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2.3.4", ["1.2.3.4"]),
        ("€ 1.5 mln", ["1500000"]),
        ("10^6", ["10", "6"]),
        ("IPv6", ["ipv", "6"]),
        ("06-12345678", ["06", "12345678"]),
        ("NL91ABNA0417164300", ["nl", "91", "abna", "0417164300"]),
        ("H₂O", ["h", "2", "o"]),
        ("0123", ["0123"]),
        ("№ 5", ["no", "5"]),
        ("cafe\u0301", ["cafe"]),
        ("e\u0301e\u0301n miljoen", ["1000000"]),
        ("tweee\u0308ntwintig", ["22"]),
    ],
)
def test_odd_forms(text, expected):
    assert terms(text) == expected


def test_what_is_printed_small_after_a_number_is_no_digit_of_it():
    assert terms("in 2019¹") == analyse("in 2019¹", "nl") == ["2019", "1"]
    assert terms("14.145¹² slachtoffers") == ["14145", "12", "slachtoffer"]
    assert terms("2½ miljoen") == terms("2,5 miljoen") == ["2500000"]
    assert terms("1¾ uur") == ["1.75", "uur"]
    assert terms("3⅓") == ["3", "1/3", "unit:%"]
    assert terms("½") == ["50", "unit:%"]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff"])
def test_what_cannot_be_seen_divides_no_word(mark):
    assert terms(f"begro{mark}ting") == terms("begroting")
    assert analyse(f"begro{mark}ting", "nl") == analyse("begroting", "nl")


def test_a_long_s_and_a_turkish_i_are_letters_of_names():
    assert terms("12 Auguſtus 1850") == ["date:08-12", "month:08", "1850"]
    assert terms("12 APRİL 2020") == terms("12 aprıl 2020") == ["date:04-12", "month:04", "2020"]
    assert terms("eerſte lid") == ["id:paragraph-1", "lid"]
    assert terms("derde kwartaal") == terms("derde KWARTAAL") == ["quarter:3", "kwartaal"]


# Each of these took minutes, or never ended.


def test_a_text_without_spaces_is_one_word():
    assert terms("a" * 300_000) == ["a" * 300_000]


def test_many_spaces_after_a_number():
    assert terms("12345" + " " * 60_000 + "nr") == ["12345", "nr"]


def test_small_words_that_could_be_initials_too():
    assert find_pairs("de " * 70 + "(hierna: xDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD)") == []


def test_many_capitalised_words_before_one_bracket():
    (pair,) = find_pairs("Raad " * 20_000 + "(hierna: Foo)")
    assert pair.short == "Foo"


def test_many_brackets():
    text = "de Groene Dijk Unie (GDU) bouwt. " * 3000
    assert find_pairs(text) == [Pair("GDU", "Groene Dijk Unie")]


def test_a_long_form_begins_with_a_whole_word():
    text = "Groene " + "x" * 380 + " Dijk Unie (hierna: Foo)"
    assert find_pairs("Noord" + text) == [Pair("Foo", "Dijk Unie")]
