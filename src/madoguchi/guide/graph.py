"""The reachable part of a solved table as a graph of plain values: what to do, what else, and where each answer leads."""

from madoguchi.guide.exact import Table, options
from madoguchi.guide.model import Floats
from madoguchi.guide.plan import Node, Option, Place, Situation


def graph(table: Table, at: Situation) -> tuple[Node, ...]:
    """The situations that can come about when the best step is always taken, in the order in which they are met.

    Every step leads one answer further, so a place is met only after all that lead to it: chances add up in one pass.
    """
    places: dict[Place, int] = {(0, at.fell_back): 0}
    queue, chances = [*places], [1.0]
    nodes: list[Node] = []
    for index, place in enumerate(queue):
        ranked = [_option(table, place[0], *option) for option in options(table, place[0], fell_back=place[1])]
        children: dict[str, int] = {}
        for outcome, following, share in leads(table, place, ranked[0]):
            if following not in places:
                places[following] = len(queue)
                queue.append(following)
                chances.append(0.0)
            chances[places[following]] += chances[index] * share
            children[outcome] = places[following]
        done = at.done | answers(table, place[0])
        nodes.append(Node(done, place[1], ranked[0], tuple(ranked[1:]), _causes(table, place[0]), chances[index], children))
    return tuple(nodes)


def belief(table: Table, state: int) -> Floats:
    """Posterior probability of every cause in a state."""
    shares: Floats = table.seen[state] * table.numbers.prior / table.chance[state, 0]
    return shares


def _causes(table: Table, state: int) -> tuple[tuple[str, float], ...]:
    shares = zip(table.numbers.causes, belief(table, state).tolist(), strict=True)
    return tuple(sorted(shares, key=lambda entry: -entry[1]))


def answers(table: Table, state: int) -> dict[str, str]:
    """What was answered on the way to a state."""
    digits = zip(table.numbers.moves, table.layout.digits[state], strict=True)
    return {move.id: move.outcomes[digit - 1] for move, digit in digits if digit}


def _option(table: Table, state: int, step: str, cost: float) -> Option:
    these, shares = table.numbers, belief(table, state)
    if step == these.fallback:
        return Option(step, "fallback", these.kappa, 0.0, cost)
    for escalation in these.escalations:
        if escalation.id == step:
            return Option(step, "escalation", escalation.minutes, float(shares @ escalation.remit), cost)
    move = next(move for move in these.moves if move.id == step)
    mended = 1.0 - float(shares @ move.likelihood[0]) if move.kind == "action" else 0.0
    return Option(step, move.kind, move.minutes, mended, cost)


def leads(table: Table, place: Place, best: Option) -> list[tuple[str, Place, float]]:
    """Every answer to the best step that can come: the outcome, the place it leads to, its chance."""
    state, fell_back = place
    if best.kind == "escalation":
        return []
    if best.kind == "fallback":
        return [("yes", (state, True), 1.0)]
    index, move = next((index, move) for index, move in enumerate(table.numbers.moves) if move.id == best.step)
    following = [state + table.layout.strides[index] * digit for digit in range(1, len(move.outcomes) + 1)]
    shares = table.chance[following, 0] / table.chance[state, 0]
    leads = zip(move.outcomes, following, shares.tolist(), strict=True)
    return [(outcome, (to, fell_back), share) for outcome, to, share in leads if share > 0.0]
