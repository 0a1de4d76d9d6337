"""Errors of the interface: one shape of JSON, with the status that fits the code."""

from __future__ import annotations

import json
import math
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from qa.disk import disk_full, is_full
from qa.errors import AlineaError

_STATUS = {
    "bad_request": 400,
    "no_key": 401,
    "other_origin": 403,
    "read_only": 403,
    "no_such_document": 404,
    "no_such_unit": 404,
    "no_such_job": 404,
    "job_ended": 409,
    "index_busy": 409,
    "too_large": 413,
    "too_many_files": 413,
    "unknown_format": 415,
    "other_content": 415,
    "too_many_requests": 429,
    "too_busy": 429,
    "no_index": 503,
    "old_index": 503,
    "broken_index": 503,
    "index_not_read": 503,
    "other_encoder": 503,
    "too_slow": 504,
    "disk_full": 507,
}
_WORDS = {404: "no_such_path", 405: "method_not_allowed", 413: "too_large"}


class TooBusyError(AlineaError):
    """To be tried again, `retry_after` seconds from now."""

    def __init__(self, code: str, message: str, retry_after: float) -> None:
        super().__init__(code, message)
        self.retry_after = max(1, math.ceil(retry_after))


def status_of(error: AlineaError) -> int:
    """The HTTP status of an error: 422 for wrong use, 500 where nothing else fits."""
    return _STATUS.get(error.code, 422 if error.usage else 500)


def json_response(
    value: Any,  # noqa: ANN401
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:
    """JSON in UTF-8; escaped where a document holds half a surrogate pair."""
    try:
        body = json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        body = json.dumps(value).encode("ascii")
    return Response(body, status, headers, "application/json")


def error_response(error: AlineaError) -> Response:
    """An error as the caller gets it."""
    headers = {}
    if isinstance(error, TooBusyError):
        headers["Retry-After"] = str(error.retry_after)
    if error.code == "no_key":
        headers["WWW-Authenticate"] = "Bearer"
    return _response(error.code, error.message, status_of(error), headers)


def add_handlers(app: FastAPI) -> None:
    """Give every error of an app this one shape."""

    @app.exception_handler(AlineaError)
    def known(_: Request, error: AlineaError) -> Response:
        return error_response(error)

    @app.exception_handler(RequestValidationError)
    def invalid(_: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        if first["type"] == "json_invalid":
            return _response("bad_request", "The body is not valid JSON.", 400)
        place = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        return _response("bad_request", f"{place}: {first['msg']}.", 422)

    @app.exception_handler(HTTPException)
    def refused(_: Request, error: HTTPException) -> Response:
        cause = error.__cause__  # a body that could not be kept passes for one that is broken
        if isinstance(cause, OSError) and is_full(cause):
            return error_response(disk_full("what was sent"))
        code = _WORDS.get(error.status_code, "bad_request")
        return _response(code, f"{error.detail}.", error.status_code, dict(error.headers or {}))


def internal_error() -> Response:
    """What the caller gets where the fault is ours; the log has the rest."""
    return _response("internal", "Something went wrong in the service: see its log.", 500)


def _response(
    code: str, message: str, status: int, headers: dict[str, str] | None = None
) -> Response:
    return json_response({"error": {"code": code, "message": message}}, status, headers)
