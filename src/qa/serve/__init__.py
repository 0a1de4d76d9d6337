"""The REST interface: an ASGI app over one index, and the server that runs it alone."""

from qa.serve.app import create_app
from qa.serve.launch import launch
from qa.serve.limits import Limits

__all__ = ["Limits", "create_app", "launch"]
