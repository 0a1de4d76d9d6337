"""A service whose disk is full: it says so, goes on answering, and takes files once there is room."""

from pathlib import Path

import pytest
from small_disk import fill, mounted

DOC = "kamerbrief-mensenhandel"
FILE = (
    "kort.txt",
    b"De haven van Delfzijl bleef open.\n\n" + b"Een regel over de haven.\n\n" * 900,
)


@pytest.fixture
def server(serve, tmp_path):
    """A service on a small disk, and its log on one that is full already."""
    try:
        with mounted(tmp_path / "disk", 8_000_000) as disk:
            server = serve("--rate", "100000", folder=disk, log=Path("/dev/full"))
            yield server
            server.stop()
    except PermissionError as error:
        pytest.skip(f"no disk can be mounted here: {error}")


def documents(server):
    return [row["id"] for row in server.client.get("documents").json()]


@pytest.mark.parametrize("free", [0, 60_000])
def test_a_full_disk_is_told_and_the_same_again_works_once_there_is_room(server, free):
    ballast = fill(server.folder, free)
    said = server.upload(FILE)
    if said.status_code == 202:  # it was kept, and the work found no room
        job = server.ended(said.json()["id"])
        assert job["state"] == "failed"
        error = job["error"]
    else:
        assert said.status_code == 507
        error = said.json()["error"]
    assert error["code"] == "disk_full"
    assert error["message"].startswith("The disk is full, ")
    assert error["message"].endswith(" could not be written: make room, then do the same again.")
    assert documents(server) == [DOC]
    removal = server.client.delete(f"documents/{DOC}")
    if removal.status_code == 202:
        assert server.ended(removal.json()["id"])["error"]["code"] == "disk_full"
    else:
        assert removal.json()["error"]["code"] == "disk_full"
    assert documents(server) == [DOC]
    ballast.unlink()
    again = server.ended(server.upload(FILE).json()["id"])
    assert (again["state"], again["documents"]) == ("done", ["kort"])
    assert documents(server) == [DOC, "kort"]
    files = server.folder / "index-files"
    assert list((files / "incoming").iterdir()) == []
    assert [path.name for path in (files / "documents").iterdir()] == ["kort.txt"]
