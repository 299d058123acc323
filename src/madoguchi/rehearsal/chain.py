"""The replica as people deal with it, by HTTP alone: do something to it, call somebody who does, look at a screen."""

from typing import Any

import httpx


class Chain:
    """The console of a replica, and the screens of its links."""

    def __init__(self, console: str) -> None:
        """`console` is the address of the replica's console."""
        self._client = httpx.Client(base_url=console, timeout=60, trust_env=False)
        self._cures: dict[str, tuple[str, ...]] = {
            fault["id"]: tuple(fault["cured_by"]) for fault in self._client.get("/faults").raise_for_status().json()
        }

    def address(self, link: str) -> str:
        """Where a link's own screen is."""
        return str(next(one["address"] for one in self.links() if one["link"] == link))

    def links(self) -> list[dict[str, Any]]:
        """Every link as it is now."""
        found: list[dict[str, Any]] = self._client.get("/status").raise_for_status().json()
        return found

    def faults(self) -> tuple[str, ...]:
        """What ails the chain now, as only the console knows."""
        return tuple(name for link in self.links() for name in link["faults"])

    def turn(self, fault: str, *, on: bool) -> None:
        """Switch a fault."""
        self._client.put(f"/faults/{fault}", json={"on": on}).raise_for_status()

    def do(self, deed: str) -> None:
        """Do to the chain what a person at the desk does."""
        self._client.post(f"/deeds/{deed}").raise_for_status()

    def call(self, deeds: tuple[str, ...]) -> bool:
        """Call somebody who can do these deeds and finds the one that is needed; False where none of them is."""
        needed = [deed for fault in self.faults() for deed in deeds if deed in self._cures[fault]]
        if not needed:
            return False
        self.do(needed[0])
        return True

    def terminal_free(self) -> bool:
        """Whether nothing lies over the terminal's screen."""
        status = httpx.get(f"{self.address('terminal')}/status", timeout=10, trust_env=False)
        return status.is_success and status.json()["screen"] == ""

    def stop(self) -> None:
        """Leave it."""
        self._client.close()
