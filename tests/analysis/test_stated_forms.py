"""What a short form stands for is learned without brackets too, where its letters prove it."""

import pytest

from qa import Index
from qa.analysis.abbreviations import Pair
from qa.analysis.stated_forms import stated_pairs


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("BKT: Bureau Kustwacht Terschelling.", "BKT", "Bureau Kustwacht Terschelling"),
        ("XGT = Extended Grain Transport", "XGT", "Extended Grain Transport"),
        ("XG = Extended Grain Transport", "XG", "Extended Grain Transport"),
        ("bis: landelijke basisinfrastructuur", "bis", "landelijke basisinfrastructuur"),
        ("De WDK staat voor de Wet dijken en kaden.", "WDK", "Wet dijken en kaden"),
        ("ISO stands for International Organization for Salt", "ISO", None),
        ("het Bureau Kustwacht Terschelling, afgekort BKT, vaart", "BKT", None),
        ("Bureau Kustwacht Terschelling, afgekort als BKT", "BKT", "Bureau Kustwacht Terschelling"),
        ("the Harbour Safety Board, abbreviated to HSB, met", "HSB", "Harbour Safety Board"),
        ("HA Havenbedrijf Amersfoort", "HA", None),
        ("HA Haven Amersfoort", "HA", "Haven Amersfoort"),
        ("UWV – Uitvoeringsdienst Waterverkeer", "UWV", "Uitvoeringsdienst Waterverkeer"),
    ],
)
def test_what_a_sentence_states_is_learned(text, short, long):
    (pair,) = stated_pairs(text)
    assert pair.short == short
    if long:
        assert pair == Pair(short, long)


@pytest.mark.parametrize(
    "text",
    [
        "Let op: openbare parkeerplaatsen zijn vol.",
        "Artikel 5: Algemene bepalingen over vergunningen",
        "Ja: jaarlijkse afspraken worden nagekomen.",
        "Nee: noodzakelijkerwijs niet.",
        "De VVD staat voor een moeilijke keuze.",
        "De EU staat voor een grote opgave.",
        "AI: als het kan.",
        "ABC besluit vandaag.",
        "HA Haven Amersfoort wordt uitgebreid.",
        "Totaal = tweede termijn",
    ],
)
def test_what_the_letters_do_not_prove_is_no_pair(text):
    assert stated_pairs(text) == []


def test_a_short_form_in_a_list_of_abbreviations_is_explained(tmp_path):
    (tmp_path / "nota.txt").write_text(
        "Het BKT vaart uit bij storm. Wat het BKT doet is bekend, en het BKT staat paraat.\n\n"
        "Met bis: landelijke basisinfrastructuur.\n\n"
        "BKT = Bureau Kustwacht Terschelling\n",
        "utf-8",
    )
    answer = Index.build(tmp_path / "nota.txt", tmp_path / "index").ask("Waar staat BKT voor?")
    first = answer.answers[0]
    assert first.text[slice(*first.span)] == "Bureau Kustwacht Terschelling"
