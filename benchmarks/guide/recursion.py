"""The optimum as a memoised recursion straight from the equations: dictionaries, no table, nothing of the product's solver."""

from functools import cache

from benchmarks.guide.plain import Plain, Weights, weighed

Sigma = frozenset[tuple[str, str]]
"""Which steps gave which outcomes."""


def optimum(model: Plain, masked: frozenset[str] = frozenset(), prior: Weights | None = None) -> float:
    """Expected cost of repair of the best plan there is, in minute-equivalents, weighed with the mass of the prior."""
    start = model.prior if prior is None else prior
    calls = [call for call in model.calls if call not in masked]
    steps = [step for step in model.tells if step not in masked]

    @cache
    def belief(sigma: Sigma) -> Weights:
        held = start
        for step, outcome in sorted(sigma):
            held = weighed(held, model.tells[step][outcome])
        return held

    @cache
    def value(sigma: Sigma, fell_back: bool) -> float:  # noqa: FBT001 - part of the key
        held, done = belief(sigma), frozenset(step for step, _ in sigma)
        mass = sum(held.values())
        patient = 0.0 if fell_back else model.kappa * mass
        costs = [patient + model.stop(call, held) for call in calls]
        if not fell_back and model.fallback not in masked:
            costs.append(patient + value(sigma, True))
        for step in steps:
            if model.possible(step, done, fell_back=fell_back):
                ahead = sum(value(sigma | {(step, outcome)}, fell_back) for outcome in model.tells[step])
                costs.append(model.price(step, done, fell_back=fell_back) * mass + ahead)
        return min(costs)

    return value(frozenset(), False)


def optimum_with_probes(model: Plain, masked: frozenset[str] = frozenset()) -> float:
    """The same where every probe is read first, for nothing."""
    return sum(optimum(model, masked, held) for _, held in model.readings())
