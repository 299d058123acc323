"""What the public page's order of steps costs: played literally, or with free probes and the best moment to fall back.

The page knows no hard rules, so none binds it. Its order is kept in both; answers to its questions are remembered, and
where it ends without naming anybody, the best one to call for those answers is called.
"""

from benchmarks.guide.plain import Plain, Weights, weighed


def page(model: Plain, prior: Weights | None = None, *, free: bool = False) -> float:
    """Expected cost of the order. `free`: the moment to fall back is the best one for what is known, not the page's."""
    return _play(model, model.page, model.prior if prior is None else prior, frozenset(), fell_back=False, free=free)


def page_with_probes(model: Plain) -> float:
    """Every probe is read first, for nothing; for each reading the order is kept and the best moment to fall back chosen."""
    return sum(page(model, held, free=True) for _, held in model.readings())


def _play(  # noqa: PLR0913 - a place in the order, and how it is played
    model: Plain, order: tuple[str, ...], held: Weights, done: frozenset[str], *, fell_back: bool, free: bool
) -> float:
    mass = sum(held.values())
    patient = 0.0 if fell_back else model.kappa * mass
    if not order:
        return patient + min(model.stop(call, held) for call in model.calls)
    step, rest = order[0], order[1:]
    if step in model.calls:
        return patient + model.stop(step, held)
    if step == model.fallback:
        return patient + _play(model, rest, held, done, fell_back=True, free=free)
    if fell_back and step in model.needs_patient:
        return _play(model, rest, held, done, fell_back=True, free=free)
    going_on = mass * model.price(step, done, fell_back=fell_back) + sum(
        _play(model, rest, weighed(held, likelihood), done | {step}, fell_back=fell_back, free=free)
        for likelihood in model.tells[step].values()
    )
    if free and not fell_back:
        return min(going_on, patient + _play(model, order, held, done, fell_back=True, free=free))
    return going_on
