"""Who tells a claim: where the page and the story's articles have it from, and when each of them appeared."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotating.comparing import Compared
from secondsource.annotating.kept import KeptClaim
from secondsource.comparing.note_wording import told_by
from secondsource.kinds import Claim
from secondsource.reconciling.tracing import Told, is_one_origin


class Telling:
    """The page among its story's articles."""

    def __init__(self, compared: Compared) -> None:
        self.page = compared.page
        self.wordings = compared.wordings
        self._here, self._there = compared.voice, compared.story.voices

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
