"""An assistant that is connected to the letter's index, in either way."""

import contextlib

import pytest
from assistants import connected, over_http, over_stdio


@pytest.fixture(scope="module", params=["stdio", "http"])
def assistant(request, letter_index_path):
    with contextlib.ExitStack() as stack:
        server = (
            over_stdio(letter_index_path)
            if request.param == "stdio"
            else stack.enter_context(over_http(letter_index_path))
        )
        yield stack.enter_context(connected(server))
