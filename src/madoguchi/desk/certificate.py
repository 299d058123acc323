"""How long the terminal's certificate still lives, and what to say about it today (docs/protocol/certificates.md#reminders)."""

from datetime import date, timedelta
from typing import Final, Literal

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.context import Context

Phase = Literal["unknown", "far", "open", "soon", "now", "ended"]
"""What the days left mean: nobody told us the date, renewal not open yet, open, arrange it this week, renew today, ended."""

RENEWABLE: Final = 90
"""Days before the end from which it can be renewed."""

REMINDERS: Final = (90, 60, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0)
"""Days left on which the terminal's own client reminds, and so do we; after the end every day."""

_PHASES: Final[tuple[tuple[int, Phase], ...]] = ((90, "far"), (15, "open"), (7, "soon"), (-1, "now"))
"""More days left than this: the phase."""


class CertificateState(msgspec.Struct, frozen=True):
    """Where the certificate stands on a day. `remind` is true on the days of REMINDERS and after the end."""

    phase: Phase
    days: int | None = None
    expires: date | None = None
    renewable_from: date | None = None
    next_reminder: date | None = None
    remind: bool = False


def certificate_state(expires: date | None, today: date) -> CertificateState:
    """Where a certificate that ends on `expires` stands today; both are days in Japan."""
    if expires is None:
        return CertificateState("unknown")
    days = (expires - today).days
    ahead = next((left for left in REMINDERS if left < days), None)
    return CertificateState(
        phase=next((phase for more_than, phase in _PHASES if days > more_than), "ended"),
        days=days,
        expires=expires,
        renewable_from=expires - timedelta(days=RENEWABLE),
        next_reminder=today + timedelta(days=1) if ahead is None else expires - timedelta(days=ahead),
        remind=days < 0 or days in REMINDERS,
    )


class CertificateView(msgspec.Struct, frozen=True):
    """The certificate in words; `days` is None where the date was never told."""

    title: str
    days: int | None
    count: str
    text: str
    phase: Phase
    remind: bool


def certificate_view(context: Context) -> CertificateView:
    """What the idle staff screen says about the certificate."""
    around = context.around()
    state = certificate_state(around.settings.terminal_certificate_expires, around.now.astimezone(JAPAN).date())
    given: dict[str, str | int] = {"days": state.days if state.days is not None else ""}
    if state.expires and state.renewable_from:
        given |= {"expires": in_words(state.expires, around), "renewal": in_words(state.renewable_from, around)}
    return CertificateView(
        title=around.text("certificate-title"),
        days=state.days,
        count=around.text("certificate-count", days=max(state.days, 0)) if state.days is not None else "",
        text=around.text(f"certificate-{state.phase}", **given),
        phase=state.phase,
        remind=state.remind,
    )


def in_words(day: date, around: Around) -> str:
    """A day with its weekday, as people write it."""
    weekday = around.text(f"weekday-{day.weekday()}")
    return around.text("certificate-day", year=str(day.year), month=day.month, day=day.day, weekday=weekday)
