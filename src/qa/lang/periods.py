"""How questions name periods: parts of a year, and times counted from now or from another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Periods:
    """Patterns of one language, in lower case.

    joints stand between two dates of a period; parts come before a date that they make a part
    or a period of. `quarters` are parts of a year that may stand without it, and `year_link`
    stands between the two. `relative` times count from now; those of `earlier` and `later` are
    the year before and after the one spoken of. After `since` a year opens a period, after
    `until` it closes one; "voor 2020" and "from 2020" are mostly of that year.
    """

    joints: tuple[str, ...]
    parts: str
    quarters: str
    year_link: str
    relative: str
    earlier: str
    later: str
    since: tuple[str, ...]
    until: tuple[str, ...]


DUTCH = Periods(
    joints=("tot en met", "tot", "t/m", "en", "of"),
    parts=(
        r"(?:het )?(?:begin|einde?)(?: van)?|medio|half|halverwege|(?:het )?jaar|(?:de )?jaren"
        r"|(?:de )?periode(?: van| tussen)?|(?:de )?loop van"
        r"|(?:de |het )?(?:(?:eerste|tweede|derde|vierde|laatste) (?:\w+ )?"
        r"(?:helft|halfjaar|kwartaal|kwartalen|maanden)"
        r"|zomer|winter|herfst|lente|najaar|voorjaar)(?: van)?"
    ),
    quarters=(
        r"(?:de |het )?(?:eerste|tweede|derde|vierde|laatste|[1-4]e) (?:helft|halfjaar|kwartaal)"
    ),
    year_link="van",
    relative=(
        r"(?:vorig|volgend|dit|(?:het )?(?:afgelopen|komende?|huidige)) (?:jaar|halfjaar|kwartaal)"
        r"|(?:vorige|deze|(?:de )?(?:afgelopen|komende)) maand"
    ),
    earlier=r"(?:het|een) jaar (?:daarvoor|ervoor|eerder)|het (?:vorige|voorgaande) jaar",
    later=(
        r"(?:het|een) jaar (?:daarna|daarop|erna|erop|later)|het (?:daaropvolgende|volgende) jaar"
    ),
    since=("sinds", "vanaf", "na"),
    until=("tot en met", "t/m", "tot", "vóór"),
)

ENGLISH = Periods(
    joints=("up to", "to", "until", "till", "through", "and", "or"),
    parts=(
        r"(?:the )?(?:start|beginning|middle|end)(?: of)?|early|late|mid|(?:the )?years?"
        r"|(?:the )?period(?: of| from| between)?|(?:the )?course of"
        r"|(?:the )?(?:(?:first|second|third|fourth|last) (?:\w+ )?(?:half|quarters?|months)"
        r"|summer|winter|autumn|fall|spring)(?: of)?"
    ),
    quarters=r"(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:half|quarter)",
    year_link="of",
    relative=r"(?:last|next|this|the (?:current|past)) (?:year|quarter|month)",
    earlier=(
        r"(?:the|a|one) year (?:before(?: that)?|earlier)|(?:the )?(?:previous|preceding) year"
    ),
    later=(
        r"(?:the|a|one) year (?:after(?: that)?|later)"
        r"|the (?:following|next|subsequent) year|(?:following|subsequent) year"
    ),
    since=("since", "after"),
    until=("until", "till", "before", "up to"),
)

PERIODS = {"nl": DUTCH, "en": ENGLISH}
