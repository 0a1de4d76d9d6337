"""`python -m qa.web [INDEX] [--port N] [--no-browser]`: the page without the command line."""

from __future__ import annotations

import argparse
import sys

from qa.errors import AlineaError
from qa.web import launch


def main() -> int:
    """Serve the page; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m qa.web", description="Serve the web page.")
    parser.add_argument("index", nargs="?", default="index/", help="folder of the index")
    parser.add_argument("--port", type=int, help="default: the first free one from 8501")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    given = parser.parse_args()
    try:
        return launch(given.index, given.port, not given.no_browser)
    except AlineaError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2 if error.usage else 1


if __name__ == "__main__":
    sys.exit(main())
