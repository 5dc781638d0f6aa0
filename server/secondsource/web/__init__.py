"""The pages people look at, without a token: the stories, an article with its notes, the API reference."""

from secondsource.web.pages import blueprint

__all__ = ["blueprint"]
