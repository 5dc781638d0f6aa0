"""Which text of a page is read: the article as the reader sees it, and nothing else."""

from __future__ import annotations

import re

from tests.bench.browser import FILLER
from tests.e2e.driving import Reader
from tests.e2e.driving.reader import ALL
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN, QUARRY
from tests.waiting import until

LINE = next(line for line in INN.split("\n") if HERS in line)
REST = [line for line in INN.split("\n") if line.strip() and line != LINE]
MARKED = f"""{ALL}
const around = (range) => range.startContainer.parentElement.closest("[data-kind]");
return marked("conflicts").map((range) => around(range).dataset.kind);
"""
TELL = """
for (const { id } of await chrome.tabs.query({})) {
  const told = await chrome.runtime.sendMessage({ type: "page", tabId: id });
  if (told?.notes.length) return told;
}
"""

SENT = """
const tab = (await chrome.tabs.query({})).find(({ url }) => url == args[0]);
const target = { tabId: tab.id };
const [{ result }] = await chrome.scripting.executeScript({ target, func: () => secondSource.page.text });
return result;
"""

UNREAD = {
    "not displayed": "<p style='display:none'>{}</p>",
    "not visible": "<p style='visibility:hidden'>{}</p>",
    "transparent": "<div style='opacity:0'><p>{}</p></div>",
    "folded away": "<details><summary>More</summary><p>{}</p></details>",
    "for screen readers only": (
        "<p style='position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)'>{}</p>"
    ),
    "outside the window": "<p style='position:absolute;left:-9999px;width:500px'>{}</p>",
    "cut off": "<div style='height:2em;overflow:hidden'><p>Subscribers read on.</p><p>{}</p></div>",
    "comments": "<section class='article-comments'><p>{}</p></section>",
    "related": "<div id='related_stories'><p>{}</p></div>",
    "a teaser": "<ul><li><a href='/other'>{}</a></li></ul>",
    "a teaser that another element makes a link": (
        "<div><div><template shadowrootmode='open'><a href='/other'><slot></slot></a></template>{}</div></div>"
    ),
    "an aside": "<aside><p>{}</p></aside>",
    "a form": "<form><p>{}</p><input></form>",
    "a text field": "<textarea>{}</textarea>",
    "a text field being sent": "<textarea disabled>{}</textarea>",
    "editable": "<div contenteditable><p>{}</p></div>",
    "a dialog": "<div role='dialog'><p>{}</p></div>",
    "a warning": "<div role='alertdialog'><p>{}</p></div>",
    "responses": "<section class='responses'><p>{}</p></section>",
    "a thread": "<div id='comment-thread'><p>{}</p></div>",
    "another's thread": "<div id='disqus_thread'><p>{}</p></div>",
    "a newsletter": "<div class='newsletter-box'><p>{}</p></div>",
    "an offer": "<section class='subscribe'><p>{}</p></section>",
    "comments by label": "<section aria-label='Comments'><p>{}</p></section>",
    "recommended": "<div class='recommended'><p>{}</p></div>",
    "a sidebar": "<div class='layout__sidebar'><p>{}</p></div>",
    "a sidebar by its id": f"<div id='sidebar-left'>{'<p>Read on.</p>' * 6}<p>{{}}</p></div>",
    "comments of many paragraphs": f"<div class='comments'>{'<p>I agree.</p>' * 8}<p>{{}}</p></div>",
    "without colour": "<p style='color:transparent'>{}</p>",
    "without paint": "<p style='-webkit-text-fill-color:transparent'>{}</p>",
    "collapsed": "<p style='visibility:collapse'>{}</p>",
    "without size": "<p style='font-size:0'>{}</p>",
    "hidden among coloured words": (
        "<p style='color:transparent;background:linear-gradient(#911,#119);background-clip:text'>"
        "<span style='visibility:hidden'>{}</span><span style='font-size:0'>{}</span></p>"
    ),
    "indented away": "<p style='text-indent:-9999px'>{}</p>",
    "clipped": "<div style='clip-path:inset(50%)'><p>{}</p></div>",
    "filtered": "<div style='filter:opacity(0)'><p>{}</p></div>",
    "blurred": "<div style='filter:blur(6px)'><p>{}</p></div>",
    "shrunk to nothing": "<div style='transform:scale(0)'><p>{}</p></div>",
    "without height": "<p style='height:0;overflow:hidden'>{}</p>",
    "in its background's colour": "<p style='color:#fff;background:white'>{}</p>",
    "without colour on a picture": "<p style='color:transparent;background:linear-gradient(#911,#119)'>{}</p>",
    "in the colour around it": "<div style='background:#123'><p><span style='color:#112233'>{}</span></p></div>",
}
MORE = "<p>Then it was.</p>" * 7
READ = {
    "unfolded": "<details open><summary>More</summary><p>{}</p></details>",
    "in what is laid out with a sidebar": f"<div class='page with-sidebar'>{MORE}<p>{{}}</p></div>",
    "in a form that holds the whole page": f"<form>{MORE}<p>{{}}</p></form>",
    "scrolled": "<div style='height:4em;overflow:auto'><p>First line.</p><p>And more.</p><p>{}</p></div>",
    "clipped but whole": "<div style='overflow:hidden'><p>{}</p></div>",
    "without a box": "<div style='display:contents'><p>{}</p></div>",
    "kept as typed": "<pre>{}</pre>",
    "coloured anew": "<div style='color:transparent'><p style='color:#111'>{}</p></div>",
    "painted anew": (
        "<div style='-webkit-text-fill-color:transparent'><p style='-webkit-text-fill-color:#111'>{}</p></div>"
    ),
    "painted, whatever its colour": "<p style='color:transparent;-webkit-text-fill-color:#111'>{}</p>",
    "sized anew": "<div style='font-size:0'><p style='font-size:16px'>{}</p></div>",
    "visible again": "<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>",
    "laid over something": "<div style='background:#fff'><p style='color:#fff;position:relative'>{}</p></div>",
    "on a ground of another notation": (
        "<div style='background:#fff'><p style='color:#fff;background:oklch(.21 .04 266)'>{}</p></div>"
    ),
    "on a dark layer": "<div style='background:#fff'><p style='color:#fff;background:rgba(0,0,0,.85)'>{}</p></div>",
    "on another ground": "<div style='background:#fff'><p style='color:#fff;background:#111'>{}</p></div>",
    "on a picture": (
        "<div style='background:#fff'><p style='color:#fff;background:linear-gradient(#111,#222)'>{}</p></div>"
    ),
    "coloured by its background": (
        "<p style='color:transparent;background:linear-gradient(#911,#119);background-clip:text'>{}</p>"
    ),
    "coloured by the background around it": (
        "<p style='color:transparent;background:linear-gradient(#911,#119);background-clip:text'><span>{}</span></p>"
    ),
    "on a picture over a colour": "<p style='color:#fff;background:#fff linear-gradient(#111,#222)'>{}</p>",
    "with a note to its figure": "<p>{noted}</p>",
    "with characters that nobody sees": "<p>{unseen}</p>",
    "begun with a drop cap": "<p><span style='float:left;font-size:3em'>{first}</span>{rest}</p>",
    "in a scroller that fills a cut-off page": (
        "<div style='height:9em;overflow:hidden'><div style='height:9em;overflow:auto'><p>One.<p>Two.<p>Three.<p>Four."
        "<p>Five.<p>{}</div></div>"
    ),
}


def filled(around: str, line: str) -> str:
    noted = line.replace(HERS, f"{HERS}<sup><a href='#notes'>4</a></sup>")
    unseen = "\u200e" + re.sub(r"(\w{3})(?=\w)", "\\1\u00ad", line).replace(" ", " \u200b")
    parts = {"": line, "first": line[0], "rest": line[1:], "noted": noted, "unseen": unseen}
    return re.sub(r"\{(\w*)\}", lambda found: parts.get(found[1], found[0]), around)


def article(site: Site, name: str, around: str, line: str = LINE) -> str:
    """A page whose line with the conflict stands inside `around`."""
    body = "".join(f"<p>{text}</p>" for text in REST)
    return site.add(f"/text/{name.replace(' ', '-')}", page(body + filled(around, line), raw=True))


def marked(reader: Reader, site: Site, kinds: dict[str, str]) -> list[str]:
    """The kinds whose text, which conflicts with what others report, is marked on a page of them all."""
    blocks = "".join(f"<div data-kind='{kind}'>{filled(around, LINE)}</div>" for kind, around in kinds.items())
    reader.open(article(site, next(iter(kinds)), blocks))
    assert any("Odessa, 38" in words for words in reader.marks()["corroborates"])
    found: list[str] = reader.run(MARKED)
    return found


def sent(reader: Reader) -> int:
    """How many times the line with the conflict is in the text that the page was asked about with."""
    text: str = reader.in_extension(SENT, reader.run("return location.href"))
    assert REST[0] in text
    return text.count(LINE)


def test_what_is_no_part_of_the_article_that_is_seen_is_not_sent_and_has_no_notes(reader: Reader, site: Site) -> None:
    assert marked(reader, site, UNREAD) == []
    assert sent(reader) == 0


def test_what_the_reader_can_see_has_its_notes_however_it_is_made(reader: Reader, site: Site) -> None:
    assert sorted(marked(reader, site, READ)) == sorted(READ)
    assert sent(reader) == len(READ)


def test_an_article_whose_words_are_elements_of_their_own_is_read(reader: Reader, site: Site) -> None:
    body = "".join("<p>" + re.sub(r"[^ ]+", r"<span>\g<0></span>", text) + "</p>" for text in [*REST, LINE])
    reader.open(site.add("/text/words", page(body, raw=True)))
    assert reader.marks()["conflicts"] == [HERS]


# What it was before, and how it comes to be seen.
AT_ONCE = 2  # a page that changes more often is read again only after a rest
REVEALS = {
    "by style": ("<p {it} style='display:none'>{}</p>", "it.style.display = 'block'"),
    "by attribute": ("<p {it} hidden>{}</p>", "it.hidden = false"),
    "by unfolding": ("<details {it}><summary>More</summary><p>{}</p></details>", "it.open = true"),
    "by a class": ("<style>.no{display:none}</style><p {it} class='no'>{}</p>", "it.className = ''"),
    "by its words": ("<p {it}></p><!-- {} -->", "it.textContent = it.nextSibling.data"),
    "by fading in": (
        "<style>@keyframes fade{from{opacity:0}}</style><p {it} style='animation:fade .3s both paused'>{}</p>",
        "it.getAnimations()[0].play()",
    ),
    "by fading in late": (
        "<div><style>.fade{opacity:0;transition:opacity .3s .4s}</style><p {it} class='fade'>{}</p></div>",
        "it.previousSibling.sheet.cssRules[0].style.opacity = 1",
    ),
}


def test_text_that_comes_to_be_seen_gets_its_notes(reader: Reader, site: Site) -> None:
    every = [*REVEALS.items()]
    for few in (every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE)):
        blocks = "".join(around.replace("{it}", f"data-how='{how}'") for how, (around, _) in few)
        reader.open(article(site, f"reveal-{few[0][0]}", filled(blocks, LINE)))
        assert "conflicts" not in reader.marks()
        for seen, (how, (_, reveal)) in enumerate(few, 1):
            reader.run(f"const it = document.querySelector(`[data-how='${{args[0]}}']`); {reveal};", how)
            until(lambda seen=seen: reader.marks().get("conflicts") == [HERS] * seen, f"the note on what is seen {how}")


SCHEMA = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":%s}</script>'
PART = 'false,"hasPart":{"isAccessibleForFree":"False","cssSelector":".paid"}'
OFFER = "<div class='paywall-box'><p>Subscribe now to read on.</p></div>"
CUT = {
    "a stub by its description": (SCHEMA % "false", True),
    "a stub without its part": (SCHEMA % PART + "<div class='paid' hidden>{}</div>", True),
    "a stub with an offer": (OFFER, True),
    "what a subscriber sees": (SCHEMA % PART + "<div class='paid'>{}</div>", False),
    "a box that is hidden": (f"<div hidden>{OFFER}</div>", False),
    "an article called paywall": ("<div class='paywall'>{}</div>", False),
    "a free article": (SCHEMA % "true", False),
}


def test_a_page_says_whether_it_is_but_the_beginning_of_an_article(reader: Reader, site: Site) -> None:
    long = f"<p>{FILLER * 5}</p>"
    for kind, (around, cut) in CUT.items():
        body = "".join(f"<p>{line}</p>" for line in QUARRY.split("\n") if line) + around.replace("{}", long)
        reader.open(site.add(f"/cut/{kind.replace(' ', '-')}", page(body, raw=True)))
        told = reader.in_extension(TELL)
        assert told["notes"], kind
        assert told["cut"] is cut, kind


def test_an_article_in_a_shadow_root_that_is_attached_late_is_read(reader: Reader, site: Site) -> None:
    body = "".join(f"<p>{text}</p>" for text in [*REST, LINE])
    reader.go(site.add("/text/shadow", page("<story-text></story-text>", raw=True)))
    reader.settle()
    reader.run("document.querySelector('story-text').attachShadow({ mode: 'open' }).innerHTML = args[0];"
               "document.title = 'ready';", body)  # fmt: skip
    until(lambda: reader.in_notes("return root.querySelectorAll('.list li').length"), "the notes")
    said = reader.in_notes("return [...root.querySelectorAll('.list p')].map((e) => e.textContent)")
    assert any(words.startswith(f"“{HERS}”") for words in said)
