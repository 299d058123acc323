"""One reason for a step, and one for each step that comes later: which message says it, and with what."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from madoguchi.catalogue.chance import WORDS
from madoguchi.catalogue.model import Word
from madoguchi.guide.events import Reason as Reason  # noqa: PLC0414 - the desk finds it here
from madoguchi.guide.plan import Node, Option

if TYPE_CHECKING:
    # It holds arrays; whoever asks what told the most has loaded it already.
    from madoguchi.guide.model import Floats, Seen

SAME: Final = 0.2
"""Minutes: below this difference staff are told that it makes none (guide's specification, small gaps are theirs)."""

ARE_STEPS: Final = ("step", "other_step", "next_step")
"""Arguments that hold a step's id and are spoken by its title."""


ARE_MINUTES: Final = ("minutes", "delta")
"""Arguments that hold minutes and are spoken as a time; the cost still to come is a plain figure."""


def sureness(chance: float) -> Word:
    """The word of the five-word scale that lies nearest to a chance in 0..1."""
    return min(WORDS, key=lambda word: abs(WORDS[word] - chance))


TINY: Final = 1e-6
"""Stands for a chance of nothing where a ratio is taken."""

SLIGHT: Final = 1e-9
"""A log likelihood ratio that is only rounding: the observation told nothing."""

Args = dict[str, str | float]
"""What a message is told: figures, words of the scale, ids."""


LEAD: Final = "reason-lead"
"""The opening that names the step itself; a screen that shows the step already leaves it out."""


def reason_text(reason: Reason, words_text: Callable[..., str], *, lead: bool = False) -> str:
    """The sentence of a reason. `words_text(message, **args)` gives a message's text in the wanted language."""
    spoken: dict[str, object] = dict(reason.args)
    spoken |= {name: words_text(f"step-{spoken[name]}") for name in ARE_STEPS if name in spoken}
    spoken |= {name: words_text(f"probe-{spoken[name]}") for name in ("probe",) if name in spoken}
    spoken |= {name: words_text("guide-minutes", minutes=spoken[name]) for name in ARE_MINUTES if name in spoken}
    if "sureness" in spoken:
        spoken["sureness"] = words_text(f"sureness-{spoken['sureness']}")
    told = words_text(reason.message, **spoken)
    return f"{words_text(LEAD, **spoken)} {told}" if lead else told


def reason(node: Node, nodes: tuple[Node, ...]) -> Reason:
    """Why the best step comes now, against the one that would come otherwise."""
    best, other = node.best, node.others[0] if node.others else None
    args: Args = {"step": best.step, "minutes": best.minutes}
    if other is not None and other.kind != "escalation" and other.cost - best.cost < SAME:
        return Reason("reason-same", args | {"other_step": other.step})
    return _REASONS[best.kind](node, nodes, args)


def detail(node: Node) -> Reason:
    """The figures behind the reason: chance, cost still to come, and what is saved against the next best."""
    best = node.best
    args: Args = {"p_fix": _percent(best.p_fix), "cost": round(best.cost, 1)}
    rivals = [other for other in node.others if best.kind != "question" or other.kind != "question"]
    delta = round(rivals[0].cost - best.cost, 1) if rivals else 0.0
    if delta <= 0.0:
        return Reason(f"detail-{best.kind}-alone", args)
    return Reason(f"detail-{best.kind}", args | {"other_step": rivals[0].step, "delta": delta})


def why_not(node: Node, option: Option) -> Reason:
    """Why a step comes later than the best one, in words."""
    args: Args = {"step": option.step, "other_step": node.best.step}
    if option.cost - node.best.cost < SAME:
        return Reason("why-not-same", args)
    if option.kind in ("action", "escalation"):
        args |= {"sureness": sureness(option.p_fix)}
    return Reason(f"why-not-{option.kind}", args)


def why_not_detail(node: Node, option: Option) -> Reason:
    """The figures behind it."""
    cost, delta = round(option.cost, 1), round(option.cost - node.best.cost, 1)
    if delta <= 0.0:
        return Reason("why-not-detail-same", {"cost": cost})
    figures: Args = {"cost": cost, "delta": delta, "minutes": option.minutes}
    told = option.kind in ("action", "escalation")
    return Reason(f"why-not-detail-{option.kind}", figures | ({"p_fix": _percent(option.p_fix)} if told else {}))


def telling(order: tuple[str, ...], seen: tuple["Seen", ...], causes: tuple[tuple[str, float], ...]) -> Reason | None:
    """Which observation moved the belief most; None where nothing moved it.

    That is the one which most set the likeliest cause apart from the next one; where nothing did, from any other cause.

    Args:
        order: the causes as the likelihoods of `seen` have them.
        seen: readings of probes and answers.
        causes: the belief, likeliest first.
    """
    first, *others = (order.index(cause) for cause, _ in causes)
    for rivals in (others[:1], others[1:]):
        apart = [(max((_ratio(one.likelihood, first, rival) for rival in rivals), default=0.0), one) for one in seen]
        strength, most = max(apart, key=lambda found: found[0], default=(0.0, None))
        if most is not None and strength > SLIGHT:
            probe = Reason("detail-telling-probe", {"probe": most.id})
            return probe if most.is_probe else Reason("detail-telling", {"step": most.id})
    return None


def _ratio(likelihood: "Floats", first: int, second: int) -> float:
    """How far an observation sets two causes apart, whichever of them it speaks for."""
    return abs(math.log(max(likelihood[first], TINY) / max(likelihood[second], TINY)))


def withheld(step: str, rule: str) -> Reason:
    """Why a hard rule keeps a step back."""
    return Reason(f"rule-{rule}", {"step": step})


def _action(node: Node, _nodes: tuple[Node, ...], args: Args) -> Reason:
    best, other = node.best, node.others[0]
    args |= {"other_step": other.step, "sureness": sureness(best.p_fix)}
    if other.kind != "action":
        return Reason(f"reason-action-before-{other.kind}", args)
    likelier, quicker = best.p_fix > other.p_fix, best.minutes < other.minutes
    return Reason(f"reason-action-{_COMPARED[likelier, quicker]}", args)


_COMPARED = {(True, True): "both", (True, False): "likelier", (False, True): "quicker", (False, False): "altogether"}


def _question(node: Node, _nodes: tuple[Node, ...], args: Args) -> Reason:
    without = next(other for other in node.others if other.kind != "question")
    return Reason("reason-question", args | {"other_step": without.step})


def _fallback(node: Node, nodes: tuple[Node, ...], args: Args) -> Reason:
    following = nodes[node.children["yes"]].best
    message = "reason-fallback-refer" if following.kind == "escalation" else "reason-fallback"
    return Reason(message, args | {"next_step": following.step})


def _escalation(node: Node, _nodes: tuple[Node, ...], args: Args) -> Reason:
    here = [other.p_fix for other in node.others if other.kind == "action"]
    if not here:
        return Reason("reason-escalation-only", args)
    return Reason("reason-escalation", args | {"sureness": sureness(max(here))})


_REASONS: dict[str, Callable[[Node, tuple[Node, ...], Args], Reason]] = {
    "action": _action,
    "question": _question,
    "fallback": _fallback,
    "escalation": _escalation,
}


def _percent(chance: float) -> float:
    return float(round(100 * chance))
