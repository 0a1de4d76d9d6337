"""Serves the page, and writes down every address that the process connects to or looks up.

Usage: python audited.py LOG INDEX PORT
"""

import sys


def watch(log: str) -> None:
    def hook(event: str, args: tuple) -> None:
        if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
            address = args[0] if event == "socket.getaddrinfo" else args[1]
            with open(log, "a") as out:  # noqa: PTH123
                out.write(f"{event}\t{address}\n")

    sys.addaudithook(hook)


if __name__ == "__main__":
    watch(sys.argv[1])
    from qa.web import launch

    sys.exit(launch(sys.argv[2], int(sys.argv[3]), open_browser=False))
