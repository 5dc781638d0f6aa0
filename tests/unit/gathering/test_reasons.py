from __future__ import annotations

from datetime import date

from secondsource.gathering.clues import clues_of
from secondsource.gathering.reasons import what_they_share

DAY = date(2031, 3, 4)
OURS = "For years Maud Tregenza steered the ferries of Port Ellery. On Tuesday 160 passengers were saved."
THEIRS = "A ferry with 160 people ran aground at Port Ellery on Tuesday. Its captain is Maud Tregenza."


def test_what_two_articles_share_is_told_as_the_article_writes_it() -> None:
    ours, theirs = clues_of(None, OURS, DAY), clues_of(None, THEIRS, DAY)
    assert (
        what_they_share(OURS, ours, theirs)
        == "shares Port Ellery, Maud Tregenza, 160 passengers, ferries and the day 4 March 2031"
    )


def test_no_day_is_told_where_none_is_shared() -> None:
    ours, theirs = clues_of(None, "Oostveen won.", DAY), clues_of(None, "Oostveen lost.", date(2032, 3, 4))
    assert what_they_share("Oostveen won.", ours, theirs) == "shares Oostveen"


def test_a_word_is_told_in_the_form_that_both_may_have_where_the_article_has_it() -> None:
    ours = "Weirs were built in spring. The weir at Kestrel Fork gave way."
    theirs = "A weir gave way at Kestrel Fork."
    assert what_they_share(ours, clues_of(None, ours, None), clues_of(None, theirs, None)) == (
        "shares Kestrel Fork and weir"
    )
