"""Runs a script, and writes down every address that it looks up or connects to.

python watched.py LOG SCRIPT [ARGUMENT...]
"""

import runpy
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
    del sys.argv[:2]
    runpy.run_path(sys.argv[0], run_name="__main__")
