"""`madoguchi guide 011 --explain`: the arithmetic behind a recommendation, for a reviewer with the TOML beside it."""

from collections.abc import Callable, Iterator

from madoguchi.catalogue.chance import WORDS
from madoguchi.catalogue.model import Catalogue
from madoguchi.guide.arithmetic import Arithmetic, Reached, Worth, arithmetic
from madoguchi.guide.guide import situation
from madoguchi.guide.model import UNKNOWN
from madoguchi.guide.state import State


def explained(problem: str, state: State, catalogue: Catalogue, weight: float) -> Arithmetic:
    """The arithmetic of a state's recommendation.

    Raises:
        ValueError: the problem has no model.
    """
    facts = catalogue.problems[problem]
    return arithmetic(facts, catalogue, weight, situation(state, facts, catalogue))


def told(worked: Arithmetic, text: Callable[..., str]) -> Iterator[str]:
    """The lines. Chances have six digits behind the point, minutes four; `text` gives the headings."""
    yield text("cli-explain-scale", words=", ".join(f"{word} {value:g}" for word, value in WORDS.items()), unknown=UNKNOWN)
    yield text("cli-explain-causes")
    listed = list(worked.priors[:-1])
    mass = sum(prior.weight for prior in listed)
    for number, prior in enumerate(listed, 1):
        written = f" ({prior.written})" if isinstance(prior.written, str) else ""
        sum_up = f"{prior.weight:g}{written} / {mass:g} x (1 - {worked.other:g})"
        yield f"  c{number} {prior.cause}: {sum_up} = {prior.share:.6f}"
    yield f"  c{len(listed) + 1} {worked.priors[-1].cause}: {worked.other:.6f}"
    yield text("cli-explain-chances")
    for row in worked.rows:
        yield f"  {row.step}={row.outcome}: " + " ".join(f"c{n}:{share:.6f}" for n, share in enumerate(row.chances, 1))
    known = [f"{probe}={said}" for probe, said in worked.probes.items()]
    yield text("cli-explain-known", known=", ".join(known) or "-", masked=", ".join(worked.masked) or "-")
    yield text("cli-explain-situations", weight=worked.weight)
    for reached in worked.situations:
        yield from _situation(reached, text)


def _situation(reached: Reached, text: Callable[..., str]) -> Iterator[str]:
    done = ", ".join(f"{step}={outcome}" for step, outcome in reached.done.items()) or "-"
    where = text("cli-explain-gone-on" if reached.fell_back else "cli-explain-waiting")
    yield f"[{reached.number}] {done} ({where})"
    yield "    " + " ".join(f"c{n}:{share:.6f}" for n, share in enumerate(reached.belief, 1))
    for worth in reached.steps:
        yield f"    {worth.step} = {_sum(worth)} = {worth.total:.4f}"


def _sum(worth: Worth) -> str:
    """The step's own costs, then each answer's chance times what follows."""
    own = {
        "fallback": f"{worth.patient:g}",
        "escalation": f"{worth.minutes:g} + {worth.patient:g} + {worth.wrong:.6f} x {worth.rework:g}",
    }.get(worth.kind, f"({worth.minutes:g} + {worth.walk:g}) x {worth.factor:g} + {worth.burden:g}")
    return own + "".join(f" + {a.chance:.6f} x [{a.situation}] {a.cost:.4f}" for a in worth.answers)
