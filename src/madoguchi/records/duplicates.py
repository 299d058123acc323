"""Finds entries of one outage that are probably the same person, however the name was typed."""

import unicodedata
from collections.abc import Mapping
from itertools import chain, combinations
from typing import Final

import msgspec

from madoguchi.records.ledger import FourItems

GETA: Final = "〓"
"""Stands for a character somebody could not type: it may be any one."""

_SMALL: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
"""Cards and people write ショウコ and シヨウコ for one name."""

_DASHES: Final = dict.fromkeys(map(ord, "-‐‑‒–—―−─"), "ー")

_VARIANTS: Final = str.maketrans(
    "髙﨑碕濵濱邊邉齋齊斎𠮷嶋嶌廣國澤德眞惠龍瀨栁桒冨",
    "高崎崎浜浜辺辺斉斉斉吉島島広国沢徳真恵竜瀬柳桑富",
)
"""Forms of one character that names are written with; used to compare only, never to write."""


class Duplicate(msgspec.Struct, frozen=True):
    """Entries of one outage that are probably one person, in the order they were written."""

    outage: str
    entries: tuple[str, ...]


def find(outage: str, told: Mapping[str, FourItems]) -> list[Duplicate]:
    """Groups of entries with the same birth date, a name that may be the same, and a sex that does not speak against it."""
    born: dict[object, list[tuple[str, str, FourItems]]] = {}
    for entry, items in told.items():
        born.setdefault(items.born, []).append((entry, folded(items.name), items))
    leader = {entry: entry for entry in told}
    for one, other in chain.from_iterable(combinations(same, 2) for same in born.values()):
        first, second = _leading(leader, one[0]), _leading(leader, other[0])
        if first != second and _alike(one[1:], other[1:]):
            leader[second] = first
    members: dict[str, list[str]] = {}
    for entry in told:
        members.setdefault(_leading(leader, entry), []).append(entry)
    return [Duplicate(outage, tuple(entries)) for entries in members.values() if len(entries) > 1]


def folded(name: str) -> str:
    """A name as it is compared: width, blanks, kind and size of kana, and forms of characters left out."""
    plain = "".join(unicodedata.normalize("NFKC", name.translate(_VARIANTS)).casefold().split())
    return "".join(map(_hiragana, plain.translate(_DASHES))).translate(_SMALL).replace("・", "")


def _hiragana(sign: str) -> str:
    return chr(ord(sign) - 0x60) if "ァ" <= sign <= "ヶ" else sign


def _leading(leader: dict[str, str], entry: str) -> str:
    """The entry that stands for all that were found to be the same person as this one."""
    while leader[entry] != entry:
        leader[entry] = entry = leader[leader[entry]]
    return entry


def _alike(one: tuple[str, FourItems], other: tuple[str, FourItems]) -> bool:
    """Whether two who were born on one day may be one, by their folded names and sexes."""
    if {one[1].sex, other[1].sex} == {"male", "female"} or len(one[0]) != len(other[0]):
        return False
    return all(a == b or GETA in (a, b) for a, b in zip(one[0], other[0], strict=True))
