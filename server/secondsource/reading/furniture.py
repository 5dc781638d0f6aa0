"""Page furniture: lines that dress an article's page and state nothing of the story. Captions count (captions.py)."""

from __future__ import annotations

import re

from secondsource.reading.captions import is_caption

# Each pattern is anchored at the passage's start, so that a sentence that merely mentions a word is kept.
_FURNITURE = re.compile(
    r"""\s*(?:
      leave\ (?:a|us\ a)\ (?:reply|comment)\b | (?:post|add|write|submit|cancel)\ (?:a\ )?(?:comment|reply)s?\b
    | your\ email\ address\ will\ not | required\ fields\ are | notify\ me\ of\b | save\ my\ name,
    | (?:related|read\ more|read\ also|read\ next|also\ read|see\ also|see\ more|watch|watch\ live|listen|more|up\ next
        |don['’]t\ miss|must\ read|in\ other\ news|recommended|trending|breaking|live)\s*[:|»►>]
    | (?:just\ for\ you|recommended\ for\ you|you\ (?:may|might)\ also\ (?:like|be\ interested)
        |most\ (?:read|popular|viewed)
        |more\ (?:from|on\ this|stories|top\ stories)|related\ (?:stories|articles|topics|content|posts)|trending\ now
        |top\ stories|latest\ news|editor['’]?s['’]?\ picks?|what\ to\ read\ next)\b.{0,40}$
    | (?:click|tap)\ (?:here|to)\b | (?:scroll|swipe)\ (?:down|for)\b | continue\ reading\b | story\ continues\b
    | (?:sign\ up|subscribe|register|log\ in|sign\ in|join)\ (?:now|today|here|for|to|with)\b
        .{0,60}\b(?:newsletters?|alerts?|updates?|inbox|access|account|free|briefing|comment|emails?)\b
    | (?:subscribe|sign\ up|log\ in|sign\ in|register|menu|search|home|share|print|email|save|advertisement|sponsored
        |comments?|newsletter|copy\ link|facebook|twitter|whatsapp|linkedin|reddit|pinterest|x)\s*(?:this)?\s*[.!:]?\s*$
    | (?:share|follow|like)\ (?:this|us|on|via)\b.{0,60}$ | (?:get|download)\ (?:the|our)\ .{0,30}\bapp\b
    | (?:\S+\ ){0,6}?you\ can\ now\ listen\ to\b
    | listen\ to\ (?:this|the)\b.{0,40}\b(?:article|episode|story)\b.{0,30}$
    | [\[(]?\s*(?:images?|photos?|pictures?|video|credit|image\ credit|photo\ credit|photo\ by|getty\ images|source)\s*
        (?:via|by|courtesy|credits?|:|/)\s.{0,120}(?<!\.)$
    | (?:©|\(c\)|copyright\b).{0,160}$ | all\ rights\ reserved\b
    | (?:published|updated|posted|last\ (?:updated|modified))\s*(?:on\b|at\b|:|(?=\d))\s?.{0,60}(?<!\.)$
    | \(?(?:reporting|editing|writing)\ by\b.{0,160}$ | by\ (?:[A-Z][\w.'’-]+\ ?){2,4}$
    | .{0,30}\b(?:published|updated|posted)\b.{0,20}\b\d{1,2}:\d\d\b.{0,20}$
    | (?:this\ (?:article|story|post)\ (?:was\ )?(?:originally|first)\ (?:appeared|published)).{0,160}$
    | (?:let\ us\ know|tell\ us)\b.{0,60}\bcomments?\b | be\ sure\ to\ .{0,60}\bcomments?\b
    | \d+\s+(?:comments?|shares?|likes?|views?)\s*$ | \d+\s+min(?:ute)?s?\ read\s*$
    | (?-i:JUST|MUST)\ (?-i:WATCH) | this\ material\ may\ not\ be\ (?:published|reproduced)\b
    | this\ (?:article|story)\ (?:was|has\ been)\ (?:amended|corrected|updated)\b
    | (?:correction|clarification)\b.{0,60}\b(?:earlier|previous)\ version\b
    | (?:an\ earlier|a\ previous)\ version\ of\ this\ (?:article|headline|page|piece|post|report|story)\b
    | contributing:
    | additional\ reporting\ (?:by|from)\ (?-i:[A-Z])
    | with\ assistance\ (?:by|from)\ (?:(?:(?-i:[A-Z])[\w.'’-]+|and|in),?(?:\ |$)){1,16}$
    | (?:please\ verify\ you|invalid\ email\ address|could\ not\ subscribe|thank\ you\ for\ subscribing
        |by\ signing\ up\b.{0,60}\byou\b|you\ agree\ to\ receive\b.{0,60}\b(?:emails?|messages|newsletters?)\b
        |view\ all\ .{0,40}\bnewsletters)\b
    | [—–-]\s?[^()]{1,60}\ \(@\w{1,30}\).{0,30}$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDITS = re.compile(r"\bRead\s[Mm]ore\s*$|\bcontributed\sto\sthis\s(?:article|report|story)\b")
_JOINED_LABELS = re.compile(r"\s*(?:[A-Z][a-z]{2,}){2,}\s*")
_READERS = re.compile(r"\b(?:readers?|comments?|below)\b", re.IGNORECASE)
_ASK_READERS = re.compile(r"\s*what (?:are your|do you)\b", re.IGNORECASE)
MAX_FURNITURE = 200  # code points: a longer passage has something to say besides


def is_furniture(passage: str) -> bool:
    """Whether a passage (sentence, heading or lone line) is page dressing."""
    if is_caption(passage):
        return True
    if len(passage) > MAX_FURNITURE:
        return False
    if _ASK_READERS.match(passage):
        return bool(_READERS.search(passage))
    dressing = _FURNITURE.match(passage) or _JOINED_LABELS.fullmatch(passage)
    return bool(dressing or _CREDITS.search(passage))
