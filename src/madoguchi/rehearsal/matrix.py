"""The matrix of every real cause as a page: what it shows, what takes it away, whose part it is, what probes see."""

from collections.abc import Iterator
from typing import Final

from madoguchi.replica.faults import Fault
from madoguchi.replica.supervisor import all_faults

HEAD: Final = """# Real causes in the replica

Made by `python -m madoguchi.rehearsal.matrix`; a test keeps it true. Each cause is declared in the `faults.toml` of its link
(`src/madoguchi/replica/<link>/`), made there by a wrapper round what the link does, and played by `madoguchi rehearse`
([../operate/rehearsal.md](../operate/rehearsal.md)). Unofficial: behaviour inferred from public descriptions.

- *shows*: the code on the kiosk; none where the reader shows no number.
- *cause*: what the desk's catalogue calls it ([codes.md](codes.md)).
- *cure*: what takes it away, each alone enough. *desk*: whether the people at the desk can do that.
- *remit*: who can where the desk cannot; nobody has to where it is empty.
- *probes*: what the probes of a desk beside this chain see ([probes.md](probes.md)); the others see nothing of it.
"""

COLUMNS: Final = ("fault", "of", "shows", "cause", "cure", "desk", "remit", "probes", "met by")


def page() -> str:
    """The whole page as Markdown."""
    faults = list(all_faults().values())
    rows = [COLUMNS, tuple("---" for _ in COLUMNS), *(_row(fault) for fault in faults)]
    codes = {fault.shows for fault in faults if fault.shows}
    sums = f"{len(faults)} causes; {len(codes)} codes are shown by them.\n"
    return "\n".join([HEAD, sums, *("| " + " | ".join(row) + " |" for row in rows), "", *_notes(faults), ""])


def _row(fault: Fault) -> tuple[str, ...]:
    met = [fault.persona, fault.method, "first registration" if fault.first_registration else ""]
    return (
        f"`{fault.id}`",
        fault.problem,
        fault.shows or "–",
        f"`{fault.cause}`" if fault.cause else "–",
        ", ".join(deed.replace("_", " ") for deed in fault.cured_by),
        "yes" if fault.curable_at_desk else "no",
        ", ".join(fault.remit) or "–",
        ", ".join(f"{probe} {state}" for probe, state in sorted(fault.probes.items())) or "–",
        ", ".join(filter(None, met)) or "anybody",
    )


def _notes(faults: list[Fault]) -> Iterator[str]:
    yield "## Notes"
    yield ""
    for fault in faults:
        if fault.note:
            yield f"- `{fault.id}`: {fault.note}."


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - this module is called to print it
