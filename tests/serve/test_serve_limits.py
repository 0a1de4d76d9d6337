"""Limits: rate, queue and time, each with its status."""

import asyncio
import threading

import httpx
import pytest

from qa.serve import Limits, create_app
from qa.serve.errors import TooBusyError
from qa.serve.limits import QuestionQueue, RateLimit

QUESTION = {"question": "Hoeveel slachtoffers werden geregistreerd?"}


def test_one_client_is_held_back_and_another_is_not():
    rate = RateLimit(60)
    for _ in range(10):
        rate.take("een")
    with pytest.raises(TooBusyError) as caught:
        rate.take("een")
    assert caught.value.retry_after == 1
    rate.take("twee")


def test_a_full_queue_says_when_to_come_back():
    async def ask() -> tuple[list[int], TooBusyError]:
        queue, go = QuestionQueue(1, 1), threading.Event()
        tasks = [asyncio.create_task(queue.run(lambda: int(go.wait(30)))) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(TooBusyError) as caught:
            await queue.run(lambda: 1)
        go.set()
        done = await asyncio.gather(*tasks)
        assert await queue.run(lambda: 5) == 5  # there is room again
        queue.close()
        return done, caught.value

    done, error = asyncio.run(ask())
    assert done == [1, 1]
    assert error.code == "too_busy"
    assert error.retry_after >= 1


def call(app, requests):
    """Responses of an app to requests that come all at once."""

    async def run():
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://local/v1") as client:
            return await asyncio.gather(*(client.request(*r[:2], json=r[2]) for r in requests))

    return asyncio.run(run())


def test_too_many_at_once_are_429_with_retry_after(letter_index_path):
    app = create_app(letter_index_path, limits=Limits(at_once=1, queue=2), log=lambda _: None)
    responses = call(app, [("POST", "/ask", QUESTION)] * 8)
    states = sorted(response.status_code for response in responses)
    assert states == [200, 200, 200, 429, 429, 429, 429, 429]
    waits = {r.headers["retry-after"] for r in responses if r.status_code == 429}
    assert all(int(wait) >= 1 for wait in waits)


def test_a_client_that_comes_too_often_is_429(letter_index_path):
    app = create_app(letter_index_path, limits=Limits(rate=30), log=lambda _: None)
    responses = call(app, [("GET", "/health", None)] * 8)
    assert sorted(r.status_code for r in responses) == [200] * 5 + [429] * 3
    assert "retry-after" in responses[-1].headers


def test_a_request_that_takes_too_long_is_504(letter_index_path):
    app = create_app(letter_index_path, limits=Limits(seconds=0.001), log=lambda _: None)
    (response,) = call(app, [("POST", "/ask", QUESTION)])
    assert response.status_code == 504
    assert response.json()["error"]["code"] == "too_slow"


def test_without_an_index_it_runs_and_is_not_ready(tmp_path):
    rows = []
    app = create_app(tmp_path / "none", log=rows.append)
    health, ready = call(app, [("GET", "/health", None), ("GET", "/ready", None)])
    assert health.status_code == 200
    assert ready.status_code == 503
    assert ready.json()["error"]["code"] == "no_index"
    assert {row["path"]: row["status"] for row in rows} == {"/v1/health": 200, "/v1/ready": 503}


def test_mounted_in_another_app(letter_index_path):
    from starlette.applications import Starlette
    from starlette.routing import Mount

    rows = []
    app = Starlette(routes=[Mount("/alinea", create_app(letter_index_path, log=rows.append))])
    (response,) = call(app, [("GET", "http://local/alinea/v1/documents", None)])
    assert [row["id"] for row in response.json()] == ["kamerbrief-mensenhandel"]
    assert rows[0]["path"] == "/v1/documents"


def test_unknown_faults_are_500_without_their_words(letter_index_path):
    rows = []
    app = create_app(letter_index_path, log=rows.append)
    app.state.service = None
    (response,) = call(app, [("GET", "/documents", None)])
    assert response.status_code == 500
    assert response.json()["error"]["code"] == "internal"
    assert rows[0]["error"] == "AttributeError"
