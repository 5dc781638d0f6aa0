"""A page's text and the fact base in, notes out."""

from secondsource.annotating.annotate import Answer, Page, annotate
from secondsource.annotating.line import BusyError

__all__ = ["Answer", "BusyError", "Page", "annotate"]
