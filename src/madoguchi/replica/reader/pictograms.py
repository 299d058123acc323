"""The few pictures on the reader's screen: what to do, said without words."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

_READER: Final = '<rect x="50" y="70" width="100" height="14" rx="7" fill="#00004f"/>'
_CARD: Final = (
    '<rect x="66" y="14" width="68" height="43" rx="6" fill="#fff" stroke="#0017c1" stroke-width="3"/>'
    '<circle cx="83" cy="30" r="7" fill="#7096f8"/><path d="M72 48q11-14 22 0" fill="#7096f8"/>'
    '<path d="M102 28h24M102 38h24M102 48h14" stroke="#7096f8" stroke-width="3"/>'
)
_DOWN: Final = '<path d="M100 60v-0m-9 0 9 8 9-8" fill="none" stroke="#0017c1" stroke-width="4"/>'
_UP: Final = '<path d="M150 50v-30m-10 10 10-10 10 10" fill="none" stroke="#0017c1" stroke-width="5"/>'
_FACE: Final = (
    '<circle cx="100" cy="44" r="26" fill="#7096f8"/><circle cx="91" cy="40" r="3" fill="#00004f"/>'
    '<circle cx="109" cy="40" r="3" fill="#00004f"/><path d="M89 51q11 9 22 0" fill="none" stroke="#00004f" stroke-width="3"/>'
)
_FRAME: Final = (
    '<path d="M60 22v-14h16M140 22v-14h-16M60 78v14h16M140 78v14h-16" fill="none" stroke="#0017c1" stroke-width="5"/>'
)
_STAFF: Final = (
    '<circle cx="70" cy="36" r="18" fill="#0017c1"/><path d="M40 92q30-56 60 0" fill="#0017c1"/>'
    '<circle cx="136" cy="36" r="18" fill="#197a4b"/><path d="M106 92q30-56 60 0" fill="#197a4b"/>'
)
_DOTS: Final = (
    '<circle cx="70" cy="50" r="9" fill="#7096f8"/><circle cx="100" cy="50" r="9" fill="#4979f5"/>'
    '<circle cx="130" cy="50" r="9" fill="#0017c1"/>'
)
_TICK: Final = (
    '<circle cx="40" cy="44" r="22" fill="#197a4b"/><path d="M29 44l8 8 15-16" fill="none" stroke="#fff" stroke-width="5"/>'
)

PICTURES: Final[Mapping[str, str]] = {
    "place": _CARD + _DOWN + _READER,
    "reading": _DOTS,
    "asking": _DOTS,
    "frozen": _DOTS,
    "camera": _FACE + _FRAME,
    "look": _STAFF,
    "mismatch": _FACE + _FRAME,
    "done": _TICK + _CARD + _READER + _UP,
    "forgotten": _CARD + _READER + _UP,
    "declined": _CARD + _READER + _UP,
    "late": _CARD + _READER + _UP,
    "trouble": _STAFF,
}
"""By screen; a screen with something to press needs no picture."""


def picture_of(screen: str, code: str | None) -> Markup | None:
    """What is drawn on a screen; a code that leaves a card to be placed anew shows the card."""
    shown = PICTURES.get("late" if code in {"001", "002", "009", "950"} else screen)
    return Markup(shown) if shown is not None else None  # noqa: S704 - written above, nobody's input
