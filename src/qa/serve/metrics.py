"""What the service counts, in the form of Prometheus."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Counters of one app: of nobody's questions, only of how many and how long."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        names = ("method", "path", "status")
        self._requests = Counter(
            "alinea_requests", "Requests by path template.", names, registry=self._registry
        )
        self._seconds = Histogram(
            "alinea_request_seconds",
            "Time of a request.",
            ("path",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._answered = Counter(
            "alinea_questions", "Questions by outcome.", ("answered",), registry=self._registry
        )
        self._pending = Gauge(
            "alinea_questions_pending", "Questions in work or waiting.", registry=self._registry
        )
        self._documents = Gauge(
            "alinea_documents", "Documents in the index.", registry=self._registry
        )
        self._jobs = Gauge("alinea_jobs", "Jobs by state.", ("state",), registry=self._registry)

    def request(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(method, path, str(status)).inc()
        self._seconds.labels(path).observe(seconds)

    def question(self, answered: bool) -> None:
        """Count a question that was answered, or not."""
        self._answered.labels(str(answered).lower()).inc()

    def expose(self, pending: int, documents: int, jobs: dict[str, int]) -> bytes:
        """All of it as text, with how things stand now."""
        self._pending.set(pending)
        self._documents.set(documents)
        for state, count in jobs.items():
            self._jobs.labels(state).set(count)
        return generate_latest(self._registry)
