"""Each seed article, on a page with everything around it that news pages have, in each browser."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.e2e.driving import HOST, Reader
from tests.e2e.marks import expected_marks
from tests.e2e.site import Site, page
from tests.serving import Seed, Server, seeds, with_a_conflict

SEEDS = seeds()
every_article = pytest.mark.parametrize("seed", SEEDS, ids=[seed.outlet for seed in SEEDS])


OVERLAPS = """
const ranges = [];
CSS.highlights.forEach((highlight, name) => {
  if (name.startsWith("second-source-")) highlight.forEach((range) => ranges.push(range));
});
ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
return ranges.slice(1).filter((range, i) => range.compareBoundaryPoints(Range.END_TO_START, ranges[i]) < 0)
  .map((range) => range.toString());
"""
LOUD = ("conflicts", "rewords", "updates")
# Statements are as sure as the page's other sentences make them, and a page has a headline and a byline besides the
# article: so many of some thirty corroborations may be on one side of the threshold there and on the other here.
UNSURE = 2


def loud(marks: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """The marks that stand out."""
    return [mark for mark in marks if mark[0] in LOUD]


@pytest.fixture
def address(seed: Seed, site: Site) -> str:
    """The article's page; another article's text stands in teasers and comments, where nobody wants notes."""
    other = next(other for other in SEEDS if other != seed)
    return site.add(f"/{seed.name}", page(seed.text, teaser=" ".join(other.text.split())[:1500]))


@every_article
def test_marks_badge_and_popup_say_what_the_api_says(seed: Seed, address: str, reader: Reader, server: Server) -> None:
    notes = server.annotate(seed.text)["annotations"]
    expected = expected_marks(seed.text, notes)
    assert expected
    summary = reader.open(address)
    marked = Counter(
        (stance, words.strip()) for stance, found in reader.marks().items() for words in found if words.strip()
    )
    assert not set(loud(marked)) ^ set(loud(expected))
    assert ((marked - expected) + (expected - marked)).total() <= UNSURE
    counts, counted = Counter(summary["counts"]), Counter(note["stance"] for note in notes)
    assert {stance: counts[stance] for stance in LOUD} == {stance: counted[stance] for stance in LOUD}
    assert abs(counts["corroborates"] - counted["corroborates"]) <= UNSURE
    assert reader.run(OVERLAPS) == [], "a mark lies over another"
    reader.wait_for_badge(str(counted["conflicts"]) if counted["conflicts"] else "")
    reader.popup_says(f"{counts.total()} notes on this article")


def test_the_page_itself_is_not_changed_and_the_popups_switch_takes_everything_away(reader: Reader, site: Site) -> None:
    address = site.add("/switched", page(with_a_conflict().text, teaser="Another story"))
    reader.switch_site(on=False, site=site)
    reader.open(address)
    before = reader.html()
    assert reader.added() == []
    reader.switch_site(on=True, site=site)
    reader.open(address)
    assert reader.added() == [HOST]
    assert reader.html() == before
    reader.flip_the_popup_switch()
    reader.wait_for_no_marks()
    assert reader.added() == []
    assert reader.html() == before
    assert reader.run("return document.adoptedStyleSheets.length") == 0
    reader.wait_for_badge("")
    reader.flip_the_popup_switch()
    reader.wait_for_marks()
    assert reader.added() == [HOST]


def test_a_childs_age_that_differs_is_shown_with_the_other_outlets_words(reader: Reader, site: Site) -> None:
    seed = with_a_conflict()
    reader.open(site.add("/age", page(seed.text)))
    card = reader.point_at("conflicts", "Leonardo, nine")
    assert "Leonardo, 8" in card
    assert "BAIV" in card
