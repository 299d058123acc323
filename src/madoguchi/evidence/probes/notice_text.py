"""Reads a portal notice that staff pasted: what is down, since when, and whether it is over. The text itself is not kept."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.probe import Notice

LONGEST: Final = 20_000
"""Characters of a pasted text that are read."""

HALF_A_DAY: Final = timedelta(hours=12)


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is looked for, as regular expressions (notice_words.toml)."""

    aside: tuple[str, ...]
    unharmed: tuple[str, ...]
    over: tuple[str, ...]
    not_over: tuple[str, ...]
    down: tuple[str, ...]
    planned: tuple[str, ...]
    headline: tuple[str, ...]
    begins: tuple[str, ...]
    began: tuple[str, ...]
    ends: tuple[str, ...]
    ended: tuple[str, ...]
    services: dict[str, tuple[str, ...]]


class _Moment(msgspec.Struct, frozen=True):
    """A time that the text names, with what stands before and after it."""

    at: datetime
    dated: bool
    before: str
    after: str


def read_notice(text: str, pasted_at: datetime) -> Notice:
    """What a notice says, and how sure that is. A text that is no notice gives no services and `over` None.

    Args:
        text: what was pasted.
        pasted_at: when; days and years that the text leaves out are those nearest before it.
    """
    clauses = [clause for clause in _clauses(text[:LONGEST]) if not _any("aside", clause)]
    services = _services(clauses)
    planned = any(_any("planned", clause) for clause in clauses)
    over = _over(clauses)
    moments = list(_moments(clauses, pasted_at.astimezone(JAPAN)))
    since = next((one.at for one in moments if _pattern("begins").match(one.after) or _any("began", one.before)), None)
    until = _until(moments, over=over is True, planned=planned)
    if since is None and planned:
        since = moments[0].at if moments else None
    if planned and over is None and since is not None:
        over = False
    sure = 0.9 if over is not None and services else 0.4 if over is not None or services else 0.0
    return Notice(services, over, planned, since, until, sure - (0.1 if sure and since is None else 0.0), pasted_at)


@cache
def _signs() -> Signs:
    text = files(__package__).joinpath("notice_words.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Signs)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    signs = _signs()
    return re.compile("|".join(signs.services[kind] if kind in signs.services else getattr(signs, kind)))


def _any(kind: str, clause: str) -> bool:
    return _pattern(kind).search(clause) is not None


def _clauses(text: str) -> Iterator[str]:
    plain = re.sub("[\u2010-\u2015\u2212\u301c\uff5e]", "~", unicodedata.normalize("NFKC", text))
    for line in plain.splitlines():
        yield from filter(None, (re.sub(r"\s+", "", piece) for piece in line.split("。")))


def _services(clauses: Sequence[str]) -> tuple[str, ...]:
    """The services the notice is about. In a notice of harm, one that is said to be unharmed is not among them."""
    about = {one for clause in clauses for one in _named(clause)}
    if _over(clauses) is not True:
        about -= {one for clause in clauses for piece in clause.split("、") if _any("unharmed", piece) for one in _named(piece)}
    return tuple(sorted(about))


def _named(clause: str) -> set[str]:
    return {service for service in _signs().services if _any(service, clause)}


def _over(clauses: Sequence[str]) -> bool | None:
    """Whether all is well again: None where the text says neither, or both."""
    done = [clause for clause in clauses if _any("over", clause) and not _any("not_over", clause)]
    now = [clause for clause in clauses if _any("down", clause) and clause not in done]
    if done:
        headline = now and all(_any("headline", clause) for clause in now)
        return True if not now or headline else None
    return False if now else None


_ERA: Final = r"(?:(?P<era>令和)(?P<eray>元|\d{1,2})年|(?P<y>20\d\d)[年/.~-])?"
_DATE: Final = rf"(?:{_ERA}(?P<m>\d{{1,2}})[月/.](?P<d>\d{{1,2}})日?(?:\([^)]{{1,4}}\))?)"
_DAY: Final = r"(?P<day>本日|昨日|翌日?|当日|明日)"
_MINUTES: Final = r"(?::(?P<min>\d\d)(?!\d)|時(?:(?P<min2>\d{1,2})分|(?P<thirty>半))?(?!間))"
_TIME: Final = rf"(?P<half>午前|午後|夕方)?(?:(?P<h>\d{{1,2}}){_MINUTES}|(?P<noon>正午))"
_WHEN: Final = re.compile(rf"(?:{_DATE}|{_DAY})?(?:の)?{_TIME}|{_DATE.replace('?P<', '?P<x')}")


def _until(moments: Sequence[_Moment], *, over: bool, planned: bool) -> datetime | None:
    """The last end that is told. An end that is only hoped for (復旧見込み) is none."""
    if not (over or planned):
        return None
    return next((one.at for one in reversed(moments) if _pattern("ends").match(one.after) or _any("ended", one.before)), None)


def _moments(clauses: Sequence[str], now: datetime) -> Iterator[_Moment]:
    day, last = None, None
    for clause in clauses:
        for found in _WHEN.finditer(clause):
            part = found.groupdict()
            named = _day_of(part, day, now)
            day = named or day
            if part["h"] is None and part["noon"] is None:
                continue  # a day without a time dates the times that follow
            clock = _time_of(part)
            if clock is None:
                continue
            at = datetime.combine(day or now.date(), time(), JAPAN) + clock
            if day is None and at - now > HALF_A_DAY:
                at -= timedelta(days=1)  # late yesterday, told after midnight
            if last is not None and at < last and clause[: found.start()].endswith(("~", "から", "より")):
                at += timedelta(days=1)  # from evening to morning
            last = at
            yield _Moment(at, day is not None, clause[: found.start()][-14:], clause[found.end() :][:20])


def _day_of(part: dict[str, str | None], known: date | None, now: datetime) -> date | None:
    word = part["day"]
    if word:
        start = known or now.date()
        return {"昨日": now.date() - timedelta(days=1), "本日": now.date(), "明日": now.date() + timedelta(days=1)}.get(
            word, start + timedelta(days=1) if word.startswith("翌") else start
        )
    month, day = part["m"] or part["xm"], part["d"] or part["xd"]
    if not month or not day:
        return None
    reign, year = part["eray"] or part["xeray"], part["y"] or part["xy"]
    if reign:
        year = str(2018 + (1 if reign == "元" else int(reign)))
    years = [int(year)] if year else [now.year - 1, now.year, now.year + 1]
    days = [one for one in (_calendar(one, int(month), int(day)) for one in years) if one is not None]
    return min(days, key=lambda one: abs(one - now.date()), default=None)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time_of(part: dict[str, str | None]) -> timedelta | None:
    if part["noon"]:
        return timedelta(hours=12)
    hours = int(part["h"] or 0) + (12 if part["half"] in {"午後", "夕方"} and int(part["h"] or 0) < 12 else 0)
    minutes = 30 if part["thirty"] else int(part["min"] or part["min2"] or 0)
    # Programmes and railways count on past midnight: 25:00 is one in the morning.
    return timedelta(hours=hours, minutes=minutes) if hours <= 30 and minutes < 60 else None
