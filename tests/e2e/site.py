"""A small news site: every page has the navigation, teasers, comments and footer that real ones have.

Its host name is made up and the browsers are told to treat it as a public address, so that what they forbid
public pages (reaching the reader's own machine) is forbidden here too.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

HOST = "news.example.test"

STYLE = """
body { font: 17px/1.6 Georgia, serif; margin: 0; color: #222; background: #fff; }
body.dark { color: #ddd; background: #14161a; } body.dark a { color: #9cf; }
header, footer { padding: 1rem 2rem; border-bottom: 1px solid #8884; } nav a { margin-right: 1rem; }
.columns { display: grid; grid-template-columns: minmax(0, 38rem) 16rem; gap: 3rem; padding: 1rem 2rem; }
aside { font-size: .85em; } .comments { border-top: 1px solid #8884; margin-top: 3rem; }
@media (max-width: 50rem) { .columns { display: block; padding: 1rem; } }
"""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="icon" href="data:,">{head}<link rel="stylesheet" href="/style.css"></head>
<body class="{theme}">
<header><strong>The Example Gazette</strong>
<nav><a href="/">Home</a><a href="/world">World</a><a href="/people">People</a></nav></header>
<div class="columns"><main>
<article><h1>{title}</h1><p class="byline">By our staff</p>
{body}
</article>
<section class="comments" id="comments"><h2>Comments</h2>
<p>A reader: {remark}</p><form><textarea>{remark}</textarea><button>Post</button></form></section>
</main>
<aside><h2>Most read</h2>{teasers}</aside></div>
<footer>© The Example Gazette. All rights reserved.</footer>
</body></html>
"""


def page(
    text: str,
    *,
    title: str = "A story of today",
    teaser: str = "",
    theme: str = "",
    head: str = "",
    raw: bool = False,
) -> str:
    """A news page around an article's text; `teaser` stands in the places that are not the article."""
    blocks = [line.strip() for line in text.split("\n") if line.strip()]
    body = text if raw else "\n".join(f"<p>{escape(block, quote=False)}</p>" for block in blocks)
    teasers = f"<ul><li><a href='/other'>{escape(teaser)}</a></li></ul>" if teaser else ""
    return PAGE.format(title=escape(title), body=body, teasers=teasers, remark=escape(teaser), theme=theme, head=head)


class Site:
    """Pages by path, with their headers; `asked` lists what browsers asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, Mapping[str, str]]] = {"/style.css": (STYLE, {"Content-Type": "text/css"})}
        self.asked: list[str] = []
        self._held: dict[str, threading.Event] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port: int = self._server.server_address[1]
        self.address = f"http://{HOST}:{self.port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def add(self, path: str, html: str, headers: Mapping[str, str] | None = None) -> str:
        """Put a page up, or whatever its Content-Type says; its address."""
        self.pages[path] = (html, headers or {})
        return self.address + path

    @contextmanager
    def holding(self, path: str) -> Iterator[None]:
        """Whoever asks for the path waits meanwhile."""
        self._held[path] = threading.Event()
        try:
            yield
        finally:
            self._held.pop(path).set()

    def close(self) -> None:
        """Take the site down."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                site.asked.append(path)
                if held := site._held.get(path):
                    held.wait()
                found = site.pages.get(path)
                body = found[0].encode() if found else b"none"
                self.send_response(200 if found else 404)
                headers = {"Content-Type": "text/html; charset=utf-8", **(found[1] if found else {})}
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
