"""What the network probes share: whether they may speak at all, who answered, and whether the router is there."""

import time
from typing import Final, Literal

import msgspec

from madoguchi.base.settings import HostSetting, Proves
from madoguchi.evidence.probes.neighbours import Neighbour, default_gateway, neighbour
from madoguchi.evidence.probes.probe import Reading, Surroundings
from madoguchi.evidence.probes.reach import ALIVE, Answer, Place, call, locate

SAME_LAN: Final = 0.9
"""How far what this computer sees holds for the terminal, once somebody said that both use one router."""

PAUSE: Final = 1.0
"""Seconds before the second try: one lost packet is no failure."""

GIVEN_UP: Final = 9.0
"""Seconds after which Linux gives a neighbour up that no longer answers: it asks after 5, and thrice (arp(7))."""


class Called(msgspec.Struct, frozen=True):
    """What calling hosts of a kind gave: the hosts that answered, those that did not, those whose name gave no address."""

    answered: dict[str, Answer]
    failed: dict[str, Answer]
    unnamed: tuple[str, ...]


def may_not(surroundings: Surroundings, probe: str) -> Reading | None:
    """The reading of a probe that may not speak of the terminal's network, or None where it may.

    Only an administrator knows whether the terminal uses this computer's LAN and router (docs/protocol/probes.md#network).
    """
    if surroundings.same_lan:
        return None
    evidence = "evidence-network-unanswered" if surroundings.same_lan is None else "evidence-network-other-lan"
    return Reading(probe, "unknown", "", evidence, sure=0.0)


def hosts_of(surroundings: Surroundings, *proves: Proves) -> tuple[HostSetting, ...]:
    """The configured hosts whose answer proves one of these."""
    return tuple(host for host in surroundings.hosts if host.proves in proves)


def call_twice(hosts: tuple[HostSetting, ...], surroundings: Surroundings) -> Called:
    """Call hosts, and once more where none answered."""
    places = [locate(host.address, surroundings.kept) for host in hosts]
    answers = call(places)
    if answers and not ALIVE & set(answers.values()):
        time.sleep(PAUSE)
        answers = call(places)
    return Called(
        answered={host: answer for host, answer in answers.items() if answer in ALIVE},
        failed={host: answer for host, answer in answers.items() if answer not in ALIVE},
        unnamed=tuple(place.host for place in places if not place.addresses),
    )


Router = Literal["answers", "quiet", "neighbour", "gone", "untold"]
"""A router's TCP answers; only its address does; the same, and nobody named a host to call; neither does; nobody knows."""


_BY_NEIGHBOUR: Final[dict[Neighbour, Router]] = {"answers": "neighbour", "silent": "gone", "untold": "untold"}


def router(surroundings: Surroundings) -> Router:
    """Whether the router is there, by its TCP port where one is named, and by the neighbour table."""
    hosts = hosts_of(surroundings, "gateway")
    if not hosts:
        address = default_gateway()
        found = neighbour(address) if address else "untold"
        return _BY_NEIGHBOUR[found]
    began = time.monotonic()
    called = call_twice(hosts, surroundings)
    spoke: set[str] = surroundings.kept.setdefault("routers", set())
    spoke.update(called.answered)
    if called.answered:
        return "answers"
    if not called.failed:
        return "untold"
    if set(called.failed) & spoke or "unreachable" in called.failed.values():
        return "gone"  # its port answered before, or the system gave its address up just now
    return _by_neighbour([locate(host, surroundings.kept) for host in called.failed], began)


def _by_neighbour(places: list[Place], began: float) -> Router:
    """A port that never answered may be closed without a word: the address itself decides, once the system has asked for it."""
    addresses = [str(address[0]) for place in places for _family, address in place.addresses]
    found = {neighbour(address) for address in addresses}
    if found == {"untold"}:
        return "untold"
    # An old entry stays complete until the system has asked in vain, so a good word counts only after that time.
    while "answers" in found and time.monotonic() - began < GIVEN_UP:
        time.sleep(PAUSE)
        found = {neighbour(address) for address in addresses}
    return "quiet" if "answers" in found else "gone"
