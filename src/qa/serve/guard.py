"""What stands before every request: origin, key, rate, size, time; it counts and logs them too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.errors import AlineaError
from qa.serve.errors import error_response, internal_error
from qa.serve.keys import Keys
from qa.serve.limits import Limits, RateLimit
from qa.serve.logs import Log, fault
from qa.serve.metrics import Metrics

_OPEN = ("/v1/health", "/v1/ready")  # for those who watch the service, without a key
_UPLOAD = "/v1/documents"


class Guard:
    """ASGI middleware that lets through what the limits and keys allow."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        routes: list[BaseRoute],
        limits: Limits,
        keys: Keys | None,
        hosts: frozenset[str] | None,
        metrics: Metrics,
        log: Log,
    ) -> None:
        self._app, self._routes, self._limits = app, routes, limits
        self._keys, self._hosts, self._metrics, self._log = keys, hosts, metrics, log
        self._rate = RateLimit(limits.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.perf_counter()
        status = 0
        event: dict[str, object] = {}
        scope["alinea"] = event

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if status == 405:
                    MutableHeaders(scope=message)["allow"] = self._allowed(scope)
            await send(message)

        template = self._template(scope)
        try:
            upload = template == _UPLOAD and scope["method"] == "POST"
            self._admit(scope, template)
            await self._limited(scope, receive, note, upload)
        except AlineaError as error:
            if status:
                raise  # half a response is out: the connection must break
            await error_response(error)(scope, receive, note)
        except Exception as error:
            event |= fault(error)
            if status:
                raise
            await internal_error()(scope, receive, note)
        finally:
            seconds = time.perf_counter() - start
            self._metrics.request(_method(scope), template, status, seconds)
            row = {"method": _method(scope), "path": template, "status": status}
            self._log(row | {"ms": round(seconds * 1000, 1)} | event)

    def _admit(self, scope: Scope, template: str) -> None:
        """AlineaError where a request may not come in at all."""
        headers = Headers(scope=scope)
        if not self._is_own(headers.get("host", ""), headers.get("origin")):
            raise AlineaError("other_origin", "Requests from pages of other sites are refused.")
        client = scope["client"][0] if scope.get("client") else ""
        if self._keys is not None and template not in _OPEN:
            kind, _, key = headers.get("authorization", "").partition(" ")
            owner = self._keys.owner(key.strip()) if kind.lower() == "bearer" else None
            if owner is None:
                self._rate.take(client)  # guessing has its limit too
                raise AlineaError("no_key", "Send a key that is known: Authorization: Bearer KEY.")
            client = f"key {owner}"
        self._rate.take(client)

    def _is_own(self, host: str, origin: str | None) -> bool:
        """A page of another site must not reach a service that trusts who is on its machine."""
        try:
            name = urlsplit(f"//{host}").hostname
            own = origin is None or urlsplit(origin).netloc == host
        except ValueError:
            return False
        return own and (self._hosts is None or name in self._hosts)

    async def _limited(self, scope: Scope, receive: Receive, send: Send, upload: bool) -> None:
        """Serve a request within the limits of size and time."""
        most = self._limits.upload_bytes if upload else self._limits.body_bytes
        seconds = self._limits.upload_seconds if upload else self._limits.seconds
        message = f"The body is larger than {most} bytes"
        length = Headers(scope=scope).get("content-length", "0")
        digits = length.isascii() and length.isdigit() and len(length) < 18
        if not digits or int(length) > most:
            raise AlineaError("too_large", f"{message}.")
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            event = await receive()
            taken += len(event.get("body", b""))
            if taken > most:
                raise HTTPException(413, message)  # any other error passes for a broken body
            return event

        try:
            async with asyncio.timeout(seconds):
                await self._app(scope, counted, send)
        except TimeoutError as error:
            raise AlineaError(
                "too_slow", f"The request took longer than {seconds:g} seconds."
            ) from error

    def _template(self, scope: MutableMapping[str, Any]) -> str:
        """The path of a request as the routes write it; what matches none is not told apart."""
        for route in self._routes:
            if route.matches(scope)[0] is not Match.NONE:
                return str(getattr(route, "path", "other"))
        return "other"

    def _allowed(self, scope: Scope) -> str:
        """The methods of a path: of all its routes, where the router names those of the first."""
        methods: set[str] = set()
        for route in self._routes:
            if route.matches(scope)[0] is not Match.NONE:
                methods |= getattr(route, "methods", None) or set()
        return ", ".join(sorted(methods))


def _method(scope: Scope) -> str:
    known = ("GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH")
    return scope["method"] if scope["method"] in known else "other"
