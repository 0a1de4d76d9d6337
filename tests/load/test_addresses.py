"""An address that a line's end cuts in two is read as one; a sentence that ends in one is not."""

import pytest

from qa.load.joins import Joiner


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("zie https://", "www.dijk.example/a"), "zie https://www.dijk.example/a"),
        (
            ("(https://www.dijk.example/a/", "b?id=3) nog"),
            "(https://www.dijk.example/a/b?id=3) nog",
        ),
        (("dijk.example/a/", "over-ons/b"), "dijk.example/a/over-ons/b"),
        (("www.dijk.example/oude-", "dijken en"), "www.dijk.example/oude-dijken en"),
        (("via https://dijk.", "example/a, op"), "via https://dijk.example/a, op"),
        (("zie www.dijk.example.", "Daarna gaat"), "zie www.dijk.example. Daarna gaat"),
        (("zie www.dijk.example.", "e-mail is er"), "zie www.dijk.example. e-mail is er"),
        (("zie https://dijk.example/", "voor meer."), "zie https://dijk.example/ voor meer."),
        (("zie www.dijk.example/", "www.vaart.example"), "zie www.dijk.example/ www.vaart.example"),
        (("water en/", "of land"), "water en/ of land"),
        (("het jaar 2020/", "2021-2022"), "het jaar 2020/ 2021-2022"),
        (("de water-", "schappen"), "de waterschappen"),
    ],
)
def test_addresses_over_a_line_end(lines, read):
    source = "\n".join(lines)
    middle = len(lines[0])
    reading = Joiner(source, []).join([(0, middle), (middle + 1, len(source))])
    assert reading.text == read
