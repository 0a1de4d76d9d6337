"""The index for assistants, over the Model Context Protocol: standard input and output, or HTTP."""

from qa.mcp.launch import launch_http, launch_stdio
from qa.mcp.server import create_server

__all__ = ["create_server", "launch_http", "launch_stdio"]
