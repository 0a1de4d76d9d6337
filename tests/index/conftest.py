"""What several tests of the index share: texts, indexes of them that stay as they are, a server."""

import pytest
from encoders import Numberless, WordEncoder
from milvus_servers import free_port, start_server

from qa import Index

TEXT = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    (folder / "zwembad.txt").write_text(TEXT, "utf-8")
    Index.build(folder / "zwembad.txt", folder / "index", WordEncoder())
    return folder


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    """2,200 paragraphs: so many that a change analyses only what is new. Tests change copies."""
    folder = tmp_path_factory.mktemp("large")
    for part in range(22):
        lines = [
            f"Regel {part}-{n} gaat over zaak {part * 100 + n} en dag {n}." for n in range(100)
        ]
        (folder / f"regels-{part:02d}.txt").write_text("\n\n".join(lines), "utf-8")
    Index.build(folder, folder / "index", WordEncoder())
    return folder


@pytest.fixture(scope="session")
def sources(tmp_path_factory):
    """300 paragraphs in three documents, more than each search finds; and four small ones."""
    folder = tmp_path_factory.mktemp("sources")
    for part in range(3):
        lines = [f"Regel {n} behandelt zaak {part * 100 + n}." for n in range(100)]
        (folder / f"regels-{part}.txt").write_text("\n\n".join(lines), "utf-8")
    (folder / "wordless.txt").write_text("Maar hoe is dat met hun vogel?", "utf-8")
    for year in (2018, 2019, 2020):
        name = f"besluit één_{year}"
        (folder / f"{name}.txt").write_text(f"De gemeente noemt in {year} een besluit.", "utf-8")
        (folder / f"{name}.toml").write_text(f"date = {year}-03-03\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def kept(sources, tmp_path_factory):
    """An index of the sources, made on this machine; tests do not change it."""
    path = tmp_path_factory.mktemp("kept") / "index"
    Index.build(sources, path, Numberless())
    return path


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of a server that lives as long as these tests."""
    port = free_port()
    process = start_server(tmp_path_factory.mktemp("milvus"), port)
    yield f"http://127.0.0.1:{port}?index=FLAT"
    process.terminate()
    process.wait()
