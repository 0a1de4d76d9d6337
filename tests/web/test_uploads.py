"""Files from visitors: what is refused, under which names they are kept, and for whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_disk import fill, mounted

from qa import Index
from qa.errors import AlineaError
from qa.uploads import safe_name
from qa.web.changing import Change, add_received, reload, remove
from qa.web.text import Words
from qa.web.uploads import MOST_FILES, receive, uploads_folder


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    try:
        with mounted(tmp_path / "disk", 8_000_000) as found:
            yield found
    except PermissionError as error:
        pytest.skip(f"no disk can be mounted here: {error}")


def ignore(stage: str, done: int, total: int) -> None:
    del stage, done, total


def add(index: Path, *files: tuple[str, bytes]) -> Change:
    return add_received(index, receive(files, uploads_folder(index)), ignore)


def kept(index: Path) -> list[str]:
    return sorted(p.name for p in uploads_folder(index).iterdir())


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("brief.pdf", "brief.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\temp\\nota 1.DOCX", "nota-1.docx"),
        ("Brief 1.txt", "Brief-1.txt"),
        ("Brief (1).txt", "Brief-1-f09cf285.txt"),
        ("<script>alert(1)<script>.md", "script-alert-1-script-0d2937ce.md"),
        ("..txt", "document-cdb4ee2a.txt"),
        ("-.hidden.txt", "hidden-cdb3d8cb.txt"),
        ("a\x00b\n.txt", "a-b-3a100994.txt"),
        (f"{'x' * 100}.txt", f"{'x' * 100}.txt"),
        (f"{'x' * 300}.txt", f"{'x' * 91}-0d4e2ca9.txt"),
        ("één.txt", "één.txt"),
        ("e\u0301e\u0301n.txt", "één.txt"),  # as a Mac writes it
    ],
)
def test_a_name_is_never_a_path(given: str, name: str) -> None:
    assert safe_name(given) == name


def test_names_that_look_the_same_once_cleaned_are_two_files(tmp_path: Path) -> None:
    index, long = tmp_path / "index", f"Antwoorden op vragen over {'het bericht ' * 8}bijlage"
    add(index, (f"{long} 1.txt", b"De subsidie was 4312 euro.\n"))
    add(index, (f"{long} 2.txt", b"Het zwembad is groen.\n"))
    add(index, ("Brief [1].txt", b"De brief.\n"), ("Brief (1).txt", b"De andere brief.\n"))
    assert len(Index.open(index).documents()) == 4
    add(index, (f"{long} 2.txt", b"Het zwembad is blauw.\n"))
    texts = {Index.open(index).document(d.id).text for d in Index.open(index).documents()}
    assert texts == {
        "De subsidie was 4312 euro.\n",
        "Het zwembad is blauw.\n",
        "De brief.\n",
        "De andere brief.\n",
    }


@pytest.mark.parametrize("given", ["brief", "brief.exe", "brief.toml", "", "brief.txt/"])
def test_a_name_of_another_format_is_refused(given: str) -> None:
    with pytest.raises(AlineaError, match="does not read files of this format"):
        safe_name(given)


def test_content_must_be_what_the_name_says(tmp_path: Path) -> None:
    received = receive(
        [
            ("brief.pdf", b"Dit is geen PDF."),
            ("brief.docx", b"%PDF-1.4"),
            ("foto.txt", b"\x89PNG\r\n\x1a\n"),
            ("leeg.txt", b" \n\x00"),
            ("goed.txt", b"Dit is tekst.\n"),
        ],
        tmp_path / "uploads",
    )
    assert received.names == ("goed.txt",)
    assert [(name, error.code) for name, error in received.refused] == [
        ("brief.pdf", "other_content"),
        ("brief.docx", "other_content"),
        ("foto.txt", "other_content"),
        ("leeg.txt", "empty_file"),
    ]


def test_size_count_and_equal_names_are_limited(tmp_path: Path) -> None:
    files = [(f"{n}.txt", b"tekst") for n in range(MOST_FILES + 1)]
    received = receive(files, tmp_path / "uploads")
    assert len(received.names) == MOST_FILES
    assert [error.code for _, error in received.refused] == ["too_many_files"]
    received = receive(
        [("a.txt", b"x"), ("map/A.txt", b"y"), ("groot.txt", b"x" * 50_000_001)],
        tmp_path / "uploads",
    )
    assert [error.code for _, error in received.refused] == ["same_name", "large_file"]


def test_an_upload_is_kept_for_its_owner_and_removed_with_its_document(tmp_path: Path) -> None:
    index = tmp_path / "index"
    change = add(index, ("nota.txt", b"De subsidie was 4312 euro.\n"))
    assert change == Change("added", ("nota",))
    file = tmp_path / "uploads" / "index" / "nota.txt"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    answer = Index.open(index).ask("Hoe hoog was de subsidie?").answers[0]
    assert answer.text == "De subsidie was 4312 euro."
    remove(index, ["nota"], [file], ignore)
    assert Index.open(index).documents() == []
    assert kept(index) == []


def test_of_a_file_that_cannot_be_read_nothing_is_left(tmp_path: Path) -> None:
    index = tmp_path / "index"
    add(index, ("nota.txt", b"De subsidie was 4312 euro.\n"))
    change = add(index, ("kapot.pdf", b"%PDF-1.4 rommel"), ("lijst.txt", b"Een lijst.\n"))
    assert change.documents == ("lijst",)
    assert [(name, error.code) for name, error in change.failed] == [("kapot.pdf", "broken_file")]
    assert kept(index) == ["lijst.txt", "nota.txt"]
    change = add(index, ("kapot.pdf", b"%PDF-1.4 rommel"), ("stuk.pdf", b"%PDF-1.4 rommel"))
    assert change.documents == ()
    assert [name for name, _ in change.failed] == ["kapot.pdf", "stuk.pdf"]
    assert kept(index) == ["lijst.txt", "nota.txt"]


def test_a_better_version_replaces_and_a_broken_one_does_not(tmp_path: Path) -> None:
    index = tmp_path / "index"
    good = b"%PDF-1.4 rommel"
    add(index, ("nota.txt", b"De subsidie was 4312 euro.\n"))
    add(index, ("nota.txt", b"De subsidie was 5000 euro.\n"))
    assert [d.id for d in Index.open(index).documents()] == ["nota"]
    assert Index.open(index).document("nota").text == "De subsidie was 5000 euro.\n"
    file = uploads_folder(index) / "nota.html"
    add(index, ("nota.html", b"<p>Een pagina over het zwembad.</p>"))
    change = add(index, ("nota.html", b"<p></p>"), ("brief.pdf", good))
    assert sorted(name for name, _ in change.failed) == ["brief.pdf", "nota.html"]
    assert file.read_bytes() == b"<p>Een pagina over het zwembad.</p>"


def test_a_stopped_run_leaves_files_and_index_as_they_were(tmp_path: Path) -> None:
    index = tmp_path / "index"
    add(index, ("nota.txt", b"De subsidie was 4312 euro.\n"))

    def stop(stage: str, done: int, total: int) -> None:
        del stage, done, total
        raise KeyboardInterrupt

    received = receive([("nota.txt", b"Anders.\n"), ("meer.txt", b"x.\n")], uploads_folder(index))
    with pytest.raises(KeyboardInterrupt):
        add_received(index, received, stop)
    assert kept(index) == ["nota.txt"]
    assert (uploads_folder(index) / "nota.txt").read_bytes() == b"De subsidie was 4312 euro.\n"
    assert [d.id for d in Index.open(index).documents()] == ["nota"]


def test_changed_files_are_read_again(tmp_path: Path) -> None:
    source = tmp_path / "nota.txt"
    source.write_text("De subsidie was 4312 euro.\n")
    Index.build([source], tmp_path / "index")
    source.write_text("De subsidie was 5000 euro.\n")
    assert reload(tmp_path / "index", [source], ignore) == Change("reloaded", ("nota",))
    assert Index.open(tmp_path / "index").document("nota").text == "De subsidie was 5000 euro.\n"


def test_on_a_full_disk_nothing_is_taken_and_that_is_said(disk: Path) -> None:
    index = disk / "index"
    file = ("opvang.txt", b"De opvang gaat in mei open.")
    add(index, ("zwembad.txt", b"Het zwembad gaat in juni dicht."))
    ballast = fill(disk, 0)
    with pytest.raises(AlineaError) as caught:
        receive([file], uploads_folder(index))
    assert caught.value.code == "disk_full"
    assert Words("nl").error(caught.value) == (
        "De schijf is vol; wat er stond is onveranderd: maak ruimte en doe het daarna opnieuw."
    )
    ballast.unlink()
    received = receive([file], uploads_folder(index))
    ballast = fill(disk, 0)
    with pytest.raises(AlineaError) as caught:
        add_received(index, received, ignore)
    assert caught.value.code == "disk_full"
    assert kept(index) == ["zwembad.txt"]
    assert [row.id for row in Index.open(index).documents()] == ["zwembad"]
    ballast.unlink()
    assert add(index, file).documents == ("opvang",)
