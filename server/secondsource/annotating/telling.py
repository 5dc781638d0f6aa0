"""Who tells a claim: where the page and the story's articles have it from, and when each of them appeared."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotating.story import KeptClaim, LoadedStory
from secondsource.factbase.models import Article
from secondsource.kinds import Claim
from secondsource.kinds.note_wording import told_by
from secondsource.reconciling import Source, trace_page
from secondsource.reconciling.origins import outlets_of
from secondsource.reconciling.tracing import Told, Voice, is_one_origin


class Telling:
    """The page among its story's articles."""

    def __init__(self, page: Source, own: Article | None, loaded: LoadedStory) -> None:
        """`own` is the stored article that the page is; where it is none, its origin is traced among them."""
        stored = {article_id: loaded.source(article_id) for article_id in loaded.articles}
        traced = {article.id: article.origin for article in loaded.articles.values()}
        origin = own.origin if own else trace_page(page, list(stored.values()), traced)
        known = outlets_of(stored.values()) | set(traced.values())
        self.page = page
        self._here = Voice(page, origin or "", known)
        self._there = {source.id: Voice(source, traced[source.id], known) for source in stored.values()}

    def here(self, claims: Iterable[Claim]) -> Told:
        """The page's claims of one span as the page tells them."""
        return self._here.tells(min(claims, key=lambda claim: (claim.kind, claim.property)))

    def there(self, kept: KeptClaim) -> Told:
        """A stored claim as its article tells it."""
        return self._there[kept.article.id].tells(kept.claim)

    def line(self, kept: KeptClaim) -> str:
        """Who gives what, and when, in a sentence."""
        claim, article = kept.claim, kept.article
        said = "" if is_one_origin(claim.kind) else claim.value
        return told_by(article.outlet.name, self.page.published, article.published_day, said, claim.exact)
