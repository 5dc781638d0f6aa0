"""The numbers of this process and its base in Prometheus's text format: how many, how fast, how large.

Where readers need a pairing token, whoever reads the metrics needs it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from flask import Response
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from secondsource.api.pairing import require_reader
from secondsource.factbase.models import Article, Decision, Job, JobState, Story
from secondsource.factbase.sessions import reading

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds; 0.05 and 0.25 are what we promise
COUNTED = {"stories": Story, "articles": Article, "decisions": Decision}

disable_created_metrics()  # type: ignore[no-untyped-call] # when each number was first counted: as many lines again, and nobody looks at them


class Metrics:
    """One application's numbers."""

    def __init__(self, engine: Engine) -> None:
        """Begin at nothing; the base is asked whenever the numbers are shown."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "secondsource_requests", "Requests answered", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "secondsource_request_seconds",
            "How long requests took",
            ("method", "route"),
            buckets=BUCKETS,
            registry=self.registry,
        )
        ProcessCollector(registry=self.registry)
        self.registry.register(BaseCollector(engine))

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(method, route).observe(seconds)

    def show(self) -> Response:
        """The numbers as they are now."""
        return require_reader() or Response(generate_latest(self.registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)


class BaseCollector:
    """What the base holds, counted when it is asked for; a base that does not answer is a number too."""

    def __init__(self, engine: Engine) -> None:
        """Of one base."""
        self._engine = engine

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges."""
        try:
            counts, jobs = self._counted()
        except SQLAlchemyError:
            yield GaugeMetricFamily("secondsource_base_up", "Whether the fact base answers", 0)
            return
        yield GaugeMetricFamily("secondsource_base_up", "Whether the fact base answers", 1)
        for name, count in counts.items():
            yield GaugeMetricFamily(f"secondsource_{name}", f"How many {name} the fact base holds", count)
        by_state = GaugeMetricFamily(
            "secondsource_jobs", "How many jobs there are, by how far they are", labels=("state",)
        )
        for state in JobState:
            by_state.add_metric((state,), jobs.get(state, 0))
        yield by_state

    def _counted(self) -> tuple[dict[str, int], dict[str, int]]:
        with reading(self._engine) as session:
            number = select(func.count())
            counts = {name: session.scalar(number.select_from(model)) or 0 for name, model in COUNTED.items()}
            jobs = session.execute(select(Job.state, func.count()).group_by(Job.state))
            return counts, {str(state): int(number) for state, number in jobs}
