"""How whoever runs the server sees it at work: metrics, logs, ids of requests. Never an address, a text, a secret."""

from secondsource.observing.requests import observe

__all__ = ["observe"]
