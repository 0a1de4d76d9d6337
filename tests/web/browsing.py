"""A browser, and servers of the page that are watched for other hosts."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
WATCHED = Path(__file__).parent.parent / "watched.py"
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 700}


def start_browser(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)


@dataclass
class Server:
    process: subprocess.Popen
    log: Path
    url: str

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    def contacted(self) -> set[str]:
        """Addresses that it connected to or looked up, but for its own; heavy packages."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return {
            line for line in lines if not re.search(r"127\.0\.0\.1|localhost|::1|^\S+\t/", line)
        }


@contextlib.contextmanager
def serving(index: Path, folder: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log, url = folder / "contacted.txt", f"http://127.0.0.1:{port}/"
    command = ["qa", "web", "--no-browser", "--index", str(index), "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, str(WATCHED), str(log), "-m", *command],
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "HF_HUB_OFFLINE": "1"},
        stdin=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{url}_stcore/health", timeout=2)
                break
            except OSError:
                assert process.poll() is None, "the server has ended"
                assert time.monotonic() < deadline, "the server does not answer"
                time.sleep(0.2)
        yield Server(process, log, url)
    finally:
        process.terminate()
        process.wait(20)


class Visit:
    """A fresh visitor of a server, who keeps the host of every request."""

    def __init__(self, browser: Browser, size: dict[str, int], scheme: str = "light") -> None:
        self.context: BrowserContext = browser.new_context(viewport=size, color_scheme=scheme)
        self.context.set_default_timeout(30_000)
        self.hosts: set[str | None] = set()
        self.context.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname))
        self.page: Page = self.context.new_page()
        self.page.on("websocket", lambda ws: self.hosts.add(urlsplit(ws.url).hostname))

    def ask(self, question: str) -> None:
        box = self.page.get_by_test_id("stChatInputTextArea")
        box.fill(question)
        box.press("Enter")

    def marked(self, within: str) -> list[str]:
        return [mark.inner_text() for mark in self.page.query_selector_all(f"{within} mark")]

    def in_viewport(self, selector: str) -> bool:
        """Whether an element comes to stand in sight, and stays there."""
        sights = 0
        for _ in range(50):  # scrolling is done a moment after the text is there
            self.page.wait_for_timeout(200)
            box = self.page.locator(selector).first.bounding_box()
            height = self.page.viewport_size["height"]
            seen = bool(box) and box["y"] > 60 and box["y"] + box["height"] < height
            sights = sights + 1 if seen else 0
            if sights == 4:
                return True
        return False

    def overflows(self) -> bool:
        return self.page.evaluate(
            "[document.documentElement, ...document.querySelectorAll('section, .stMain')]"
            ".some(e => e.scrollWidth > e.clientWidth + 1)"
        )


def knock_as(origin: str, port: int) -> None:
    """Try to open the page's socket as a page of another origin would; it is refused."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        link.sendall(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            f"Sec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n\r\n".encode()
        )
        assert b" 101 " not in link.recv(200).split(b"\r\n")[0]


def foreign_connections(pid: int) -> set[str]:
    """Remote ends of the process's TCP and UDP sockets that are not this machine."""
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            match = re.fullmatch(r"socket:\[(\d+)\]", str(entry.readlink()))
            if match:
                inodes.add(match.group(1))
    found = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        path = Path(f"/proc/{pid}/net/{table}")
        for row in path.read_text().splitlines()[1:] if path.exists() else []:
            fields = row.split()
            address = fields[2].split(":")[0]
            own = (
                address.strip("0") == ""
                or address.endswith("0100007F")
                or address == "0" * 24 + "01000000"
            )
            if fields[9] in inodes and not own:
                found.add(fields[2])
    return found
