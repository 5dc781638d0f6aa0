"""The moderators' desk at /admin: pages made on the server, whose script judges through the admin API."""

from secondsource.web.desk import adding, pages, people, records, signing
from secondsource.web.desk.blueprint import blueprint

__all__ = ["adding", "blueprint", "pages", "people", "records", "signing"]
