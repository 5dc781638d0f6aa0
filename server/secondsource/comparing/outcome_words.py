"""The sorts of outcome, and the words and phrases that tell each value of a sort: for `kinds/outcomes.py`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sort:
    """Values that exclude one another, each by a pattern; one of `signs` is in whatever a pattern matches.

    `changes`: it may be another the day after; `of_one`: it is somebody's own; `of_all`: some of a body decide
    nothing; `of_named`: both sentences name whom it is of; `wording`: what else a value is told with, which says not
    of what it is.
    """

    signs: str
    values: dict[str, str]
    changes: bool = False
    of_one: bool = False
    of_all: bool = False
    of_named: bool = False
    wording: str = ""


_CRIME = r"""(?:murder|manslaughter|arson|burglary|robbery|theft|fraud|assault|rape|bribery|corruption|perjury
|blackmail
|kidnap\w*|smuggling|stealing|killing|wrongdoing|involvement|guilt|(?:charge|offence|crime|accusation
|allegation|count)s?)"""
_OF_IT = rf"(?:the|his|her|their|all|any|both|having)\s(?:\w+\s)?{_CRIME}|{_CRIME}"
_VOTED = r"(?:voted|agreed|decided|opted|chose)\sto"

SORTS = {
    "verdict": Sort(
        "convicted guilty acquitted acquittal cleared exonerated innocent",
        {
            "not guilty": r"""(?:found|finds)\s(?:[\w’'.-]+\s){0,5}?(?:not\sguilty|innocent)|acquitted
            |acquittal|cleared\sof
            |exonerated|not\sguilty\sverdicts?""",
            "guilty": r"(?:found|finds)\s(?:(?!not\b)[\w’'.-]+\s){0,5}?guilty|convicted|guilty\sverdicts?",
        },
        wording="not verdict verdicts",
    ),
    "plea": Sort(
        "pleaded admitted admits denied denies confessed",
        {
            "not guilty": rf"pleaded\snot\sguilty|denie[sd]\s(?:{_OF_IT})",
            "guilty": rf"pleaded\sguilty|(?:admitted|admits|confessed\sto)\s(?:{_OF_IT})",
        },
        of_one=True,
        wording="guilty",
    ),
    "decision": Sort(
        """approved granted adopted ratified light ahead consent consented signed through accept approve adopt ratify
        allow grant passed permission allowed voted refused declined rejected reject refuse block down out blocked
        vetoed no off""",
        {
            "yes": rf"""approved|granted|adopted|ratified|consented\sto|green\slight|passed\s(?:the|an?)
            |g(?:ave|iven?|ives)\s(?:\w+\s){{0,2}}(?:go[-\s]ahead|consent|permission)|signed\soff
            |(?:waved|voted|nodded|pushed)\sthrough
            |{_VOTED}\s(?:accept|approve|adopt|ratify|allow|grant)
            |(?:refused|declined)\s(?:\w+\s){{0,3}}?to\s(?:stop|block|ban|halt|overturn)""",
            "no": rf"""rejected|refused(?!\s(?:\w+\s){{0,3}}?to\b)|turned\sdown|thr(?:own|ew)\sout|voted\sdown
            |{_VOTED}\s(?:reject|refuse|block)|blocked|vetoed|struck\sdown|said\sno|no\s(?:permit|permission
            |approval)""",
        },
        of_all=True,
        wording="green rejected thrown threw turned struck waved nodded pushed stop halt overturn",
    ),
    "talks": Sort(
        """deal agreement settlement accord truce terms breakthrough collapsed failed broke broken agree""",
        {
            "agreed": r"""(?:reached|struck|signed|sealed)\s(?:an?|the|their)\s(?:\w+\s){0,2}
            (?:deal|agreement|settlement|accord|truce)|c[oa]me\sto\sterms""",
            "not agreed": r"""(?:without|no)\s(?:an?\s)?(?:deal|agreement|settlement|accord|breakthrough)
            |(?:talks|negotiations)\s(?:\w+\s){0,3}?(?:collapsed|failed|broken?\sdown)|could\snot\sagree
            |failed\sto\s(?:agree|reach)""",
        },
        changes=True,
        wording="reached struck signed sealed their negotiations come came reach",
    ),
    "office": Sort(
        "stay stays stayed remain remains remained carry carries resigned quit out down",
        {
            "stays": r"""(?:(?:agreed|decided|chose)\s(?:\w+\s){0,4}?to\s)?
            (?:stay(?:s|ed)?|remain(?:s|ed)?|carr(?:y|ies))\s(?:on\b|as\b|in\s(?:the\s)?(?:office|government
            |post|job))""",
            "goes": r"resigned|quit|walked\sout|st(?:epped|ood)\sdown",
        },
        changes=True,
        wording="walked stepped stood office government post job agreed chose",
        of_all=True,
    ),
    "candidacy": Sort(
        "stand run seek seeks seeking running standing",
        {
            "does not run": r"""(?:(?:will|would|does|did)\s(?:not|never)\s|(?:wo|would|does
            |did)n['’]t\s)(?:stand|run|seek)
            |not\s(?:be\s)?(?:standing|running|seeking)\s(?:again|for|re-election|another)""",
            "runs": r"""(?:will|would|is\sto)\s(?:stand|run)\s(?:again|for)|(?:will|would
            |is\sto)\sseek\s(?:re-election|another)
            |(?:seeks|seeking|running\sfor|standing\sfor)\s(?:re-election|another\sterm|an?\s(?:second|third
            |fourth|new)\sterm)""",
        },
        changes=True,
        of_one=True,
        wording="will would again",
    ),
    "custody": Sort(
        "custody bars remanded released freed home run large walked",
        {
            "held": r"in\scustody|behind\sbars|remanded",
            "free": r"(?:released|freed)(?!\s(?:an?|the|its|his|her|their|more|new)\b)"
            r"|allowed\sto\sgo\shome|on\sthe\srun|at\slarge|walked\sfree",
        },
        changes=True,
        of_one=True,
        wording="behind allowed go",
    ),
    "fate": Sort(
        "died dead killed survived alive danger recovering unharmed unhurt",
        {"dead": r"died|dead|killed", "alive": r"survived|alive|out\sof\sdanger|recovering|unharmed|unhurt"},
        changes=True,
        of_one=True,
    ),
    "result": Sort(
        "won beat lost beaten",
        {"won": r"won|beat(?!en)", "lost": r"lost|beaten"},
        of_one=True,
    ),
    "title": Sort(
        "retained defended kept held holds clung lost surrendered stripped",
        {
            "kept": r"""(?:retained|defended|kept|clung\son\sto|held\son\sto
            |holds\son\sto)\s(?:[\w’'-]+\s){0,4}?(?:title|crown|trophy|seat|majority)""",
            "lost": r"""(?:lost|surrendered|stripped\sof)\s(?:[\w’'-]+\s){0,4}?(?:title|crown|trophy|seat
            |majority)""",
        },
        of_one=True,
        wording="title crown",
    ),
    "landing": Sort(
        "touched landed landing crashed smashed",
        {
            "landed": r"""touched\sdown|landed\s(?:safely|softly|upright)|(?:safe|soft|successful
            |smooth)\slanding|soft-landed""",
            "crashed": r"crashed|crash-landed|smashed\sinto",
        },
        wording="down safely softly upright safe soft successful smooth",
    ),
    "couple": Sort(
        "split broke broken divorced divorcing intact together reconciled",
        {
            "apart": r"split\sup|brok(?:e|en)\sup|divorced|divorcing",
            "together": r"""(?:marriage|relationship|engagement)\s(?:[\w’'-]+\s){0,6}?is\s(?:\w+\s)?intact
            |(?:still|back|stay(?:ed|ing)?)\stogether|reconciled""",
        },
        changes=True,
        of_named=True,
        wording="up still back stay stayed staying",
    ),
    "result of the year": Sort(
        "profit loss",
        {
            "profit": r"""(?:posted|reported|made|recorded|booked|swung\sto|returned\sto)\s(?:an?|its
            |their)\s(?:[\w.,€$£-]+\s){0,4}?profit""",
            "loss": r"""(?:posted|reported|made|recorded|booked|swung\sto|slumped\sto|fell\sto)\s(?:an?|its
            |their)\s(?:[\w.,€$£-]+\s){0,4}?loss""",
        },
        wording="posted reported made recorded booked swung returned slumped fell",
    ),
    "advance": Sort(
        "qualified qualify advanced progressed through eliminated knocked crashed bowed missed",
        {
            "through": r"qualified|advanced|progressed|(?:went|go|goes|is|are)\sthrough\sto",
            "out": r"eliminated|knocked\sout|crashed\sout|bowed\sout|failed\sto\squalify|missed\sout",
        },
        of_one=True,
    ),
    "foul play": Sort(
        "suspicious foul accident accidental deliberate deliberately arson natural",
        {
            "no": r"""not\s(?:being\s)?(?:treated\sas\s)?suspicious|(?:no
            |ruled\sout)\s(?:\w+\s){0,4}?(?:foul\splay|arson)|(?:was|is|as)\s(?:an\saccident|accidental)|natural\scauses""",
            "yes": r"(?:as|is|was|are|were|of)\ssuspicious|foul\splay|deliberate(?:ly)?|arson",
        },
        changes=True,
        wording="play causes treated ruled",
    ),
}
