"""A small disk of its own for a test, and the filling of it."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

PAGE = 4_096


@contextlib.contextmanager
def mounted(disk, size):
    """A folder that is a disk of so many bytes; PermissionError where none can be mounted."""
    disk.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise PermissionError(str(error)) from error
    if done.returncode:
        raise PermissionError(done.stderr.strip())
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def own_mounts():
    """What a command line begins with that may mount, None where nothing may."""
    owner = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    command = ["unshare", *owner, "--mount"]
    probe = [*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True).returncode:
        return None
    return command


def fill(disk, free) -> Path:
    """A file that leaves so many bytes of a disk free, in whole pages."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        wanted = shutil.disk_usage(disk).free - free // PAGE * PAGE
        while wanted > 0:
            wanted -= file.write(bytes(min(wanted, 1 << 20)))
    return ballast
