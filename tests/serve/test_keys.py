"""Keys: wanted beyond this machine, kept as hashes, never logged."""

import json
import stat

import pytest

from qa.cli import run
from qa.errors import AlineaError
from qa.serve.keys import Keys


def test_beyond_this_machine_a_key_is_wanted(letter_index_path, tmp_path, capsys):
    options = ["--index", str(letter_index_path), "--keys", str(tmp_path / "keys.json")]
    assert run(["serve", "--host", "0.0.0.0", *options]) == 2
    assert capsys.readouterr().err == (
        "qa: On 0.0.0.0 others can reach the service: make a key with "
        "`qa serve --add-key NAME` first.\n"
    )


def test_a_key_opens_the_service_and_is_stored_nowhere(serve, tmp_path, capsys):
    file = tmp_path / "keys.json"
    assert run(["serve", "--add-key", "krant", "--keys", str(file)]) == 0
    key = capsys.readouterr().out.strip()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    server = serve("--host", "0.0.0.0", "--keys", str(file))
    get = server.client.get
    assert get("health").status_code == 200
    assert get("ready").status_code == 200
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {key}"}):
        refused = get("documents", headers=headers)
        assert refused.status_code == 401
        assert refused.json()["error"]["code"] == "no_key"
        assert refused.headers["www-authenticate"] == "Bearer"
    good = {"authorization": f"Bearer {key}"}
    assert len(get("documents", headers=good).json()) == 1
    assert get("metrics").status_code == 401
    assert get("metrics", headers=good).status_code == 200
    document = get("openapi.json", headers=good).json()
    assert document["paths"]["/v1/ask"]["post"]["security"] == [{"HTTPBearer": []}]

    file.write_text("{}")  # the last key is taken back while the service runs
    assert get("documents", headers=good).status_code == 401
    server.stop()
    assert key not in server.log.read_text()
    assert not any(
        key in path.read_text(errors="replace") for path in tmp_path.rglob("*") if path.is_file()
    )


def test_each_key_has_a_salt_and_a_name(tmp_path):
    keys = Keys(tmp_path / "keys.json")
    first, second = keys.add("een"), keys.add("twee")
    assert first != second
    assert (keys.owner(first), keys.owner(second)) == ("een", "twee")
    assert keys.owner(first + "x") is None
    rows = json.loads((tmp_path / "keys.json").read_text())
    assert rows["een"]["salt"] != rows["twee"]["salt"]
    renewed = keys.add("een")
    assert (keys.owner(first), keys.owner(renewed), len(keys)) == (None, "een", 2)


def test_keys_that_others_can_read_are_refused(tmp_path):
    keys = Keys(tmp_path / "keys.json")
    key = keys.add("een")
    (tmp_path / "keys.json").chmod(0o644)
    with pytest.raises(AlineaError, match="Others can read the keys"):
        Keys(tmp_path / "keys.json").owner(key)
