"""API keys: shown once, kept as salted hashes in a file that only its owner can read."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from pathlib import Path

from qa.disk import not_written, write_whole
from qa.errors import AlineaError

_MODE = 0o600


class Keys:
    """The keys in a file; the file is read again when it has changed."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._stamp: tuple[int, int] | None = None
        self._rows: list[tuple[str, bytes, bytes]] = []

    def owner(self, key: str) -> str | None:
        """The name that a key was made for, None where there is no such key."""
        self._refresh()
        found = None
        for name, salt, digest in self._rows:  # all of them, so that time tells nothing
            if hmac.compare_digest(_hash(salt, key), digest):
                found = name
        return found

    def __len__(self) -> int:
        self._refresh()
        return len(self._rows)

    def add(self, name: str) -> str:
        """Make a key for a name, in place of an older one; the only time that it is seen."""
        if not name.strip():
            raise AlineaError("bad_key_name", "A key needs a name: --add-key NAME.", usage=True)
        rows = _read(self._path) if self._path.exists() else {}
        key, salt = "alinea_" + secrets.token_urlsafe(32), secrets.token_bytes(16)
        rows[name] = {"salt": salt.hex(), "sha256": _hash(salt, key).hex()}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(rows, indent=1), _MODE)
        except OSError as error:
            raise not_written(self._path, error) from error
        return key

    def _refresh(self) -> None:
        try:
            status = self._path.stat()
        except OSError:
            self._stamp, self._rows = None, []
            return
        stamp = (status.st_mtime_ns, status.st_ino)
        if stamp != self._stamp:
            self._rows = [
                (name, bytes.fromhex(row["salt"]), bytes.fromhex(row["sha256"]))
                for name, row in _read(self._path).items()
            ]
            self._stamp = stamp


def _hash(salt: bytes, key: str) -> bytes:
    # A key is 256 random bits: there is nothing to guess that a slow hash would hold up.
    return hashlib.sha256(salt + key.encode("utf-8", "surrogatepass")).digest()


def _read(path: Path) -> dict[str, dict[str, str]]:
    if path.stat().st_mode & 0o077:
        raise AlineaError(
            "open_keys", f"Others can read the keys in {path}: run `chmod 600 {path}` first."
        )
    try:
        rows: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))
        if not all(set(row) == {"salt", "sha256"} for row in rows.values()):
            raise ValueError
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise AlineaError(
            "broken_keys", f"{path} holds no keys that can be read: delete it, then --add-key."
        ) from error
    return rows
