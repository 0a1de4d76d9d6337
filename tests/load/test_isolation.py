import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.errors import AlineaError
from qa.load import isolation
from qa.load.isolation import run_isolated

Beat = Callable[[str], None]


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker finds these functions as this module's."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    isolation._stop()
    yield
    isolation._stop()


def double(number: int, beat: Beat) -> int:
    beat("page 1")
    return 2 * number


def own_process(beat: Beat) -> int:
    return os.getpid()


def print_much(beat: Beat) -> str:
    os.write(1, b"noise of a library\n" * 100)
    sys.stdout.write("more of it")
    sys.stdout.flush()
    return "done"


def hang(beat: Beat) -> None:
    beat("page 7")
    time.sleep(600)


def crash(beat: Beat) -> None:
    beat("page 7")
    os.abort()


def swell(beat: Beat) -> None:
    beat("page 7")
    parts = []
    while True:
        parts.append(b"x" * (64 << 20))


def refuse(beat: Beat) -> None:
    raise AlineaError("encrypted_file", "It is protected.")


def fail(beat: Beat) -> None:
    beat("page 7")
    raise IndexError("detail of the library")


def refusal(function: Callable[..., object], **limits: float) -> AlineaError:
    with pytest.raises(AlineaError) as caught:
        run_isolated(function, name="stuk.pdf", **limits)
    return caught.value


def test_a_value_comes_back_from_another_process() -> None:
    assert run_isolated(double, 21, name="stuk.pdf") == 42
    assert run_isolated(own_process, name="stuk.pdf") != os.getpid()


def test_one_process_serves_many_files() -> None:
    first = run_isolated(own_process, name="een.pdf")
    assert run_isolated(own_process, name="twee.pdf") == first


def test_what_a_library_prints_does_no_harm() -> None:
    assert run_isolated(print_much, name="stuk.pdf") == "done"


def test_hanging_file_is_given_up_and_the_next_is_read() -> None:
    run_isolated(double, 1, name="stuk.pdf")  # a busy machine may take long to start a process
    error = refusal(hang, silence=6.0)
    assert (error.code, "page 7" in error.message) == ("too_slow", True)
    assert run_isolated(double, 2, name="stuk.pdf") == 4


def test_crashing_file_is_reported_and_the_next_is_read() -> None:
    error = refusal(crash)
    assert (error.code, "page 7" in error.message) == ("broken_file", True)
    assert run_isolated(double, 2, name="stuk.pdf") == 4


def test_file_that_takes_all_memory_is_reported() -> None:
    error = refusal(swell, memory=1 << 30)
    assert (error.code, "page 7" in error.message) == ("too_big", True)


def test_refusals_pass_through() -> None:
    error = refusal(refuse)
    assert (error.code, error.message) == ("encrypted_file", "It is protected.")


def test_a_fault_of_the_library_is_one_sentence() -> None:
    error = refusal(fail)
    assert error.code == "broken_file"
    assert "page 7" in error.message
    assert "detail of the library" not in error.message
