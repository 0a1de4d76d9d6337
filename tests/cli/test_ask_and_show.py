"""Questions from the command line, one and many, and what it shows of documents."""

import hashlib
import json
import subprocess
import sys

import pytest

from qa.cli import run

CLEAR = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
OFF_TOPIC = "Hoe bak ik een appeltaart?"
DOC = "kamerbrief-mensenhandel"


@pytest.fixture
def output(capsys, letter_index_path):
    """Standard output of a command over the letter that ends well and says nothing else."""

    def call(*arguments, code=0):
        assert run([*arguments, "--index", str(letter_index_path)]) == code
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return call


def test_an_answer_for_a_person(output):
    lines = output("ask", CLEAR, "-k", "1").splitlines()
    assert lines[0] == "1. Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    assert lines[1].startswith(
        "   kamerbrief-mensenhandel › Statistische gegevens › paragraph 20, page 4, lines 182-183"
    )


def test_no_answer_is_said_and_is_no_failure(output):
    lines = output("ask", OFF_TOPIC).splitlines()
    assert lines[0].startswith("Not in these documents. (confidence ")
    assert lines[2] == "Nearest passages, which are no answer:"
    assert len([line for line in lines if line.startswith("  - ")]) == 5


def test_an_answer_as_json(output):
    result = json.loads(output("ask", CLEAR, "--json", "--no-reader"))
    assert (result["schema_version"], result["id"], result["question"]) == (1, None, CLEAR)
    assert result["answers"][0]["id"] == f"{DOC}#p20.s3"
    assert output("ask", CLEAR, "--json").count("\n") == 1


def test_a_question_after_another(output):
    count = "Hoeveel slachtoffers werden in 2017 geregistreerd?"
    lines = output("ask", "En in 2018?", "--after", count).splitlines()
    assert lines[:2] == ["Understood as: Hoeveel slachtoffers werden in 2018 geregistreerd?", ""]
    result = json.loads(output("ask", "En in 2018?", "--after", count, "--json"))
    assert result["question"] == "En in 2018?"
    assert result["understood"] == "Hoeveel slachtoffers werden in 2018 geregistreerd?"
    assert not output("ask", CLEAR, "--after", count).startswith("Understood")


def test_a_file_of_questions_takes_no_question_before_it(capsys):
    assert run(["ask", "--after", CLEAR, "--input", "-"]) == 2
    assert capsys.readouterr().err.endswith(
        'In a file each row has its own "previous": leave out --after. See `qa ask --help`.\n'
    )


def test_rows_of_a_batch_may_name_the_question_before(output, tmp_path):
    count = "Hoeveel slachtoffers werden in 2017 geregistreerd?"
    rows = [
        {"question": "En in 2018?", "previous": count},
        {"question": CLEAR, "previous": count},
        {"question": CLEAR, "previous": None},
        {"question": CLEAR, "previous": 3},
        {"question": "En in 2018\udce9?", "previous": f"\udce9 {count}"},
    ]
    path = tmp_path / "vragen.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = [json.loads(line) for line in output("ask", "--input", str(path), code=1).splitlines()]
    assert [row.get("understood") for row in found] == [
        "Hoeveel slachtoffers werden in 2018 geregistreerd?", None, None, None,
        "\ufffd Hoeveel slachtoffers werden in 2018 geregistreerd?",
    ]  # fmt: skip
    assert found[3]["error"] == {
        "code": "bad_row",
        "message": 'Line 4: "previous" must be a question in words, or null.',
    }
    assert found[4]["question"] == "En in 2018\ufffd?"  # half a pair is no character


def test_rows_of_a_question_set_are_asked_as_they_are(output, tmp_path):
    path = tmp_path / "vragen.jsonl"
    row = {"id": "b", "question": "Wie ondertekende?", "lang": "nl", "kind": "who", "gold": []}
    path.write_text(json.dumps(row), "utf-8")
    found = json.loads(output("ask", "--input", str(path)))
    assert (found["id"], found["question"]) == ("b", "Wie ondertekende?")


def test_hits_for_a_person_and_as_json(output):
    lines = output("search", "gedwongen bedelarij", "-k", "2").splitlines()
    assert lines[0].startswith(f"1. {DOC} › Statistische gegevens › paragraph 23, page 5")
    assert len([line for line in lines if line[:2] in ("1.", "2.", "3.")]) == 2
    hits = json.loads(output("search", "gedwongen bedelarij", "-k", "2", "--json"))
    assert [hit["kind"] for hit in hits] == ["paragraph", "paragraph"]
    assert hits[0]["citation"]["paragraph"] == 23


def test_sections_as_unit(output):
    hits = json.loads(output("search", "bedelarij", "--unit", "section", "--json"))
    assert len(hits) == 6
    assert {hit["kind"] for hit in hits} == {"section"}


def test_only_named_documents_are_searched(output):
    assert json.loads(output("search", "bedelarij", "--document", DOC, "-k", "1", "--json"))


def test_many_questions_from_a_file_keep_their_order_and_ids(output, tmp_path):
    rows = [
        json.dumps({"id": "a", "question": CLEAR}),
        '{"id": 7, "question": ""}',
        "",
        "geen json",
        '{"id": "zonder vraag"}',
        "[1]",
        "[" * 100_000,
        json.dumps({"id": {"deel": 2}, "question": "Wie tekende? \u2028 \ud800"}),
        json.dumps({"question": OFF_TOPIC}),
    ]
    path = tmp_path / "vragen.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + "\n".join(rows).encode() + b"\n\xff\xfe\n")
    found = [
        json.loads(line) for line in output("ask", "--input", str(path), code=1).split("\n")[:-1]
    ]
    assert [row["id"] for row in found] == [
        "a", 7, None, "zonder vraag", None, None, {"deel": 2}, None, None
    ]  # fmt: skip
    assert [row.get("error", {}).get("code") for row in found] == [
        None, "blank_question", "bad_row", "bad_row", "bad_row", "bad_row", None, None, "bad_row"
    ]  # fmt: skip
    assert found[3]["error"]["message"] == ('Line 5 is not of the form {"id": …, "question": "…"}.')
    assert found[8]["error"]["message"] == ("Line 10 is not text in UTF-8: save the file as UTF-8.")
    assert found[0]["answers"][0]["text"] == (
        "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    )
    assert found[7]["answered"] is False


def test_wrong_options_are_said_once_and_not_on_every_row(capsys, letter_index_path, tmp_path):
    path = tmp_path / "vragen.jsonl"
    path.write_text(json.dumps({"question": CLEAR}) + "\n", "utf-8")
    batch = ["ask", "--input", str(path), "--index", str(letter_index_path)]
    for options, code in ((["--document", "weg"], 1), (["-k", "0"], 2)):
        assert run([*batch, *options]) == code
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)


def test_a_file_of_questions_that_is_not_there(capsys, letter_index_path):
    assert run(["ask", "--input", "weg.jsonl", "--index", str(letter_index_path)]) == 1
    assert capsys.readouterr() == ("", "qa: weg.jsonl cannot be read: no such file or directory.\n")


def test_questions_from_standard_input_are_answered_as_they_come(letter_index_path):
    command = [sys.executable, "-m", "qa", "ask", "--input", "-", "--json"]
    with subprocess.Popen(
        [*command, "--index", str(letter_index_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        for number, question in enumerate([CLEAR, OFF_TOPIC]):
            process.stdin.write(json.dumps({"id": number, "question": question}) + "\n")
            process.stdin.flush()
            row = json.loads(process.stdout.readline())  # before the next question is put
            assert (row["id"], row["question"]) == (number, question)
        assert process.communicate() == ("", "")
        assert process.returncode == 0


def test_json_survives_an_output_that_knows_ascii_only(letter_index_path):
    command = [sys.executable, "-X", "utf8=0", "-m", "qa", "search", "één»", "-k", "1", "--json"]
    done = subprocess.run(
        [*command, "--index", str(letter_index_path)],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "HF_HUB_OFFLINE": "1"},
        check=True,
    )
    assert json.loads(done.stdout.decode("ascii"))[0]["citation"]["document"] == DOC


def test_documents_are_listed(output, letter):
    assert output("list") == (
        f"{DOC}  (nl, 27 paragraphs, 5 pages, from kamerbrief-mensenhandel.txt)\n"
    )
    row = json.loads(output("list", "--json"))[0]
    assert (row["id"], row["paragraph_count"], row["footnote_count"]) == (DOC, 27, 10)
    assert (row["page_count"], row["section_count"], row["title"]) == (5, 6, None)


def test_the_source_is_written_byte_for_byte(letter_index_path, letter):
    command = [sys.executable, "-m", "qa", "show", DOC, "--source"]
    done = subprocess.run(
        [*command, "--index", str(letter_index_path)], capture_output=True, check=True
    )
    assert done.stdout == letter.text.encode("utf-8")
    assert hashlib.sha256(done.stdout).hexdigest() == letter.sha256
    assert done.stderr == b""


def test_a_document_is_shown(output, letter):
    shown = json.loads(output("show", DOC, "--json"))
    assert shown["text_sha256"] == letter.sha256
    assert len(shown["paragraphs"]) == 27
    assert shown["paragraphs"][16]["source_spans"] == [[8237, 8422], [8423, 8579]]
    assert shown["paragraphs"][16]["footnotes"] == [{"id": f"{DOC}#fn6", "at": 183}]
    assert shown["metadata"]["title"] is None
    lines = output("show", DOC).splitlines()
    assert lines[1] == "5 pages, 6 sections, 27 paragraphs, 10 footnotes"
    assert "[20] page 4, lines 176-186" in lines
    assert "[note 6] page 4, lines 200-202" in lines


def test_the_doctor_finds_it_whole(output):
    lines = output("doctor").splitlines()
    assert any(line.startswith("encoder ") and line.endswith("works") for line in lines)
    assert lines[-1].endswith(" is whole")
