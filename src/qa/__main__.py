"""`python -m qa`, and the command `qa`."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run the command line and leave with its exit code.

    At Ctrl-C it ends with one line, also while it is still being imported.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # not where the shell has it passed over
        signal.signal(signal.SIGINT, _stop)
    from qa.cli import run

    signal.signal(signal.SIGINT, before)
    sys.exit(run(sys.argv[1:]))


def _stop(*_: object) -> None:
    """End at once: in the midst of an import nobody knows what else may fail."""
    os.write(2, b"qa: Stopped.\n")
    os._exit(1)


if __name__ == "__main__":
    main()
