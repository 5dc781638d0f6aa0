"""A page's text and the fact base in, notes out."""

from secondsource.annotating.annotate import Answer, Page, annotate

__all__ = ["Answer", "Page", "annotate"]
