"""What is marked is whole: words, amounts, names, brackets; whatever tokens the reader chose."""

from __future__ import annotations

import pytest

from qa.reader.words import whole_words


@pytest.mark.parametrize(
    ("passage", "found", "marked"),
    [
        ("Vrouwen (61%) meer dan mannen (53%).", "(61%) meer dan mannen (53%)",
         "(61%) meer dan mannen (53%)"),
        ("De raad zei «ja» en «nee» tegelijk.", "ja» en «nee", "«ja» en «nee»"),
        ("Het staat in Kamerstuk 32 013, nr. 252) en elders.", "32 013, nr. 252)",
         "32 013, nr. 252"),
        ("De autoriteit (ELA) helpt.", "(ELA", "ELA"),
        ("De autoriteit (ELA) helpt.", "(ELA)", "ELA"),
        ("Dat zei hij tegen zijn ‘beste vriend’.", "‘beste vriend’", "beste vriend"),
        ("Zij nam foto’s van 3 mei.", "foto’s van 3 mei.", "foto’s van 3 mei"),
        ("Bij Staalwerk Noord N.V. werken er tien.", "Staalwerk Noord N.V.",
         "Staalwerk Noord N.V."),
        ("De brief van 15 februari jl. is bekend.", "15 februari jl.", "15 februari jl."),
        ("Richtlijn 2011/36/EU geldt.", "2011", "2011/36/EU"),
        ("De zitting begint om 10.30 uur.", "30 uur", "10.30 uur"),
        ("Dat is 33% van alle boeren.", "33", "33%"),
        ("Een alleenstaande krijgt € 1.310,05 per maand.", "1.310", "€ 1.310,05"),
        ("Mevrouw Broekers-Knol antwoordde.", "Knol", "Broekers-Knol"),
        ("Het college: J.M. (Joke) Terpstra.", "J.M.", "J.M. (Joke) Terpstra"),
        ("Aanwezig: mw. A. (Anneke) de Wit.", "A.", "A. (Anneke) de Wit"),
        ("Gewonnen door Dimensio B.V. De start is nu.", "Dimensio B.V", "Dimensio B.V."),
        ("In 2017-2018 waren het er meer.", "2018", "2018"),
        ("Hulp bij drugs- en alcoholverslaving.", "drugs", "drugs"),
    ],
)  # fmt: skip
def test_marks_are_whole(passage: str, found: str, marked: str) -> None:
    start = passage.index(found)
    assert passage[slice(*whole_words((start, start + len(found)), passage))] == marked
