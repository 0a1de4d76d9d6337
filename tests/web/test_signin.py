"""Sign-in: without it nothing changes; with it nobody enters who may not."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qa.web.signin import is_allowed, providers

APP = str(Path(__file__).parent.parent.parent / "app.py")
AUTH = {
    "redirect_uri": "http://127.0.0.1:8501/oauth2callback",
    "cookie_secret": "een lang geheim",
    "client_id": "alinea",
    "client_secret": "geheim",
    "server_metadata_url": "https://login.example.nl/.well-known/openid-configuration",
}


@pytest.fixture
def page(letter_index_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ALINEA_INDEX", str(letter_index_path))
    return AppTest.from_file(APP, default_timeout=60)


def test_without_settings_everybody_enters(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert page.chat_input


def test_with_settings_nothing_is_shown_before_sign_in(page: AppTest) -> None:
    page.secrets["auth"] = AUTH
    page.query_params["doc"] = "kamerbrief-mensenhandel"
    page.run()
    assert not page.exception
    assert [button.label for button in page.button] == ["Aanmelden"]
    assert page.subheader[0].value == "Meld u aan om verder te gaan."
    assert not page.chat_input
    assert "mensenhandel" not in "\n".join(element.value for element in page.html)
    assert "geheim" not in str(page.main)


def test_each_provider_has_its_button() -> None:
    assert providers(AUTH) == [None]
    assert providers({"cookie_secret": "x", "google": {}, "microsoft": {}}) == [
        "google",
        "microsoft",
    ]


@pytest.mark.parametrize(
    ("address", "verified", "allowed", "enters"),
    [
        ("a@b.nl", True, None, True),
        ("a@b.nl", None, ["A@B.NL"], True),
        ("a@b.nl", True, ["@b.nl"], True),
        ("a@b.nl", False, ["@b.nl"], False),
        ("a@sub.b.nl", True, ["@b.nl"], False),
        ("a@evilb.nl", True, ["@b.nl"], False),
        ("x@a@b.nl", True, ["a@b.nl"], False),
        ("", True, ["@b.nl"], False),
        ("a@b.nl", True, [], False),
        ("a@b.nl", True, "a@b.nl", False),
    ],
)
def test_who_may_enter(address: str, verified: object, allowed: object, enters: bool) -> None:
    assert is_allowed(address, verified, allowed) is enters
