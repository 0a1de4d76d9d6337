"""Runs a script or module, and writes down what it should rather not do.

    python watched.py LOG (SCRIPT | -m MODULE) [ARGUMENT...]

That is each address that it looks up or connects to, and each of the heavy packages that it
imports.
"""

import runpy
import sys

HEAVY = ("torch", "transformers", "sentence_transformers")


def watch(log: str) -> None:
    def hook(event: str, args: tuple) -> None:
        if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
            seen = args[0] if event == "socket.getaddrinfo" else args[1]
        elif event == "import" and args[0] in HEAVY:
            seen = args[0]
        else:
            return
        with open(log, "a") as out:  # noqa: PTH123
            out.write(f"{event}\t{seen}\n")

    sys.addaudithook(hook)


if __name__ == "__main__":
    watch(sys.argv[1])
    del sys.argv[:2]
    if sys.argv[0] == "-m":
        del sys.argv[0]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        runpy.run_path(sys.argv[0], run_name="__main__")
