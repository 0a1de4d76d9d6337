"""Kills a process that changes an index (kill -9), and looks at what it left.

    python tests/index/kills.py FOLDER [--each 10] [--kills 200] [--seed 1] [--paragraphs 0]

`--each` kills fall in each stage of each change: the first at its very end, the others at a
random share of what that took. `--kills` more fall at random moments of whole changes. Each time
the index must hold what it held before or what it was to hold after, whole, and to do the
same again must finish the work. At the end it must answer as one that is made at once.
With more than 2,000 paragraphs that stay, a change writes segments beside those that are there.
"""

import argparse
import os
import signal
import time
from collections import Counter
from pathlib import Path

from changes import KINDS, Trial, held, in_child

from qa.index import repair, storage, update

# Of each stage the function that does it, and the call of it that is meant, as each writer
# begins with clearing up after the one before.
LOAD = (update, "stage", 1)
ENCODE = (update, "encode_versions", 1)
FILES = (update, "make_files", 1)
PUBLISH = (update, "publish", 1)
CLEAR = (storage, "clear_others", 2)
VECTORS = (update, "drop_unused_vectors", 1)
COMPACT = (update, "compact", 1)
CLOSE = (update, "drop_staged", 2)
STAGES = {
    "add": (LOAD, ENCODE, FILES, PUBLISH, CLEAR, CLOSE),
    "remove": (FILES, PUBLISH, CLEAR, CLOSE),
    "rebuild": (LOAD, ENCODE, FILES, PUBLISH, CLEAR, VECTORS, CLOSE),
    "purge": (FILES, PUBLISH, VECTORS, COMPACT),
    "repair": (FILES, PUBLISH, CLEAR, CLOSE),
}
_BEFORE, _AFTER = (LOAD, ENCODE, FILES), (CLEAR, VECTORS, COMPACT, CLOSE)


def kill_in_stage(act, stage, delay):
    """Do something in a process that is killed so many seconds into a stage, None for at its end.

    Gives the seconds that the stage took until then.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _tell_stage(writing, *stage)
        act()
        os._exit(1)
    os.close(writing)
    assert os.read(reading, 1) == b"<", (stage, "was not reached")
    start = time.perf_counter()
    if delay is None:
        assert os.read(reading, 1) == b">", (stage, "did not end")
    else:
        time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    taken = time.perf_counter() - start
    os.close(reading)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return taken


def _tell_stage(writing, module, name, call):
    """Write when a stage begins and when it has ended; nothing is done after that."""
    done, calls = getattr(module, name), 0

    def told(*given, **named):
        nonlocal calls
        calls += 1
        if calls == call:
            os.write(writing, b"<")
        result = done(*given, **named)
        if calls == call:
            os.write(writing, b">")
            signal.pause()
        return result

    for other in (module, repair):
        if getattr(other, name, None) is done:
            setattr(other, name, told)


def kill_at_any_moment(act, delay):
    """Do something in a process that is killed after a delay, if it has not ended by then."""
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        except BaseException:
            os._exit(1)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) in (0, -signal.SIGKILL)


class Killing:
    """Kills, one after another, of changes to one index; `outcomes` counts what they left."""

    def __init__(self, folder, seed, paragraphs):
        self.trial = Trial(folder / "files", folder / "index", seed, paragraphs)
        self.outcomes = Counter()
        self._usual = {}

    def in_each_stage(self, times):
        for kind, stages in STAGES.items():
            for stage in stages:
                usual = None
                for _ in range(times):
                    share = usual and self.trial.source.uniform(0, usual)
                    usual = max(usual or 0, self._kill(kind, stage, share))

    def at_any_moment(self):
        kind = self.trial.source.choice(KINDS)
        self._kill(kind, None, self.trial.source.uniform(0, 1.2 * self._usual.get(kind, 0.3)))

    def _kill(self, kind, stage, delay):
        """Make a change that is killed, look, and make it again; the seconds in the stage."""
        trial = self.trial
        act = trial.prepare(kind)
        before, after = held(trial.index), trial.expected()
        taken = kill_in_stage(act, stage, delay) if stage else kill_at_any_moment(act, delay)
        found = held(trial.index)
        place = (kind, stage, delay)
        assert found in (before, after), place
        if before != after:
            assert stage not in _BEFORE or found == before, place
            assert stage not in _AFTER or found == after, place
        self.outcomes[kind, stage and stage[1], "after" if found == after else "before"] += 1
        start = time.perf_counter()
        assert in_child(act) == (0, ""), place
        if found == before:
            self._usual[kind] = time.perf_counter() - start
        trial.check_whole()
        return taken


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, default=0, help="that stay through all changes")
    given = parser.parse_args()
    killing = Killing(given.folder, given.seed, given.paragraphs)
    killing.in_each_stage(given.each)
    for _ in range(given.kills):
        killing.at_any_moment()
    killing.trial.check_answers(given.folder / "fresh")
    for (kind, stage, state), count in killing.outcomes.items():
        print(f"killed in {stage or 'whatever'} of {kind}: {count} times the state {state}")
    print(f"{killing.outcomes.total()} kills, nothing lost")


if __name__ == "__main__":
    main()
