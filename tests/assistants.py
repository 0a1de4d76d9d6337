"""Assistants: the SDK's own client, on a server in a process of its own."""

import contextlib
import os
import re
import subprocess
import sys

from anyio.from_thread import start_blocking_portal
from mcp import Client
from mcp.client.stdio import StdioServerParameters

COMMAND = ["-m", "qa", "mcp"]
ENVIRONMENT = {"OMP_WAIT_POLICY": "passive", "HF_HUB_OFFLINE": "1"}


class Assistant:
    """A client that is connected, and called without `await`."""

    def __init__(self, portal, client):
        self._portal, self.client = portal, client

    def tools(self):
        return {tool.name: tool for tool in self._portal.call(self.client.list_tools).tools}

    def call(self, tool, **arguments):
        """What a tool gives; its error as text where it fails."""
        result = self._portal.call(self.client.call_tool, tool, arguments)
        return result.content[0].text if result.is_error else result.structured_content


@contextlib.contextmanager
def connected(server, **options):
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server, **options)) as client,
    ):
        yield Assistant(portal, client)


def over_stdio(index):
    return StdioServerParameters(
        command=sys.executable, args=[*COMMAND, "--index", str(index)], env=ENVIRONMENT
    )


@contextlib.contextmanager
def over_http(index, *options):
    """The address of a server; the address is what it prints."""
    server = subprocess.Popen(
        [sys.executable, *COMMAND, "--http", "--port=0", "--index", str(index), *options],
        env=os.environ | ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://[\d.]+:\d+/mcp", address)
        yield address.replace("0.0.0.0", "127.0.0.1")
    finally:
        server.terminate()
        server.wait(20)
        server.stdout.close()
