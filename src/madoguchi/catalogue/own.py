"""Reads one model of somebody's own from a single TOML file (docs/guide/model.md), or says what to mend and where."""

from importlib.resources.abc import Traversable
from typing import Final

import msgspec

from madoguchi.catalogue.crosscheck import Fault, model_faults
from madoguchi.catalogue.load import CatalogueError, CatalogueFile
from madoguchi.catalogue.model import Catalogue, Kind, Model, Problem, Readiness, Step, Value

MODEL_DEFAULTS: Final[dict[str, object]] = {"page_order": [], "assumptions": []}
"""What a model of the catalogue must say and one's own need not."""

ASKED: Final = 4
"""Times as many states a question makes: not asked, yes, no, don't know."""

DONE: Final = 2
"""Times as many states an action makes: not done, failed."""


class ModelError(CatalogueError):
    """The file cannot be used; it names file, line, field and remedy as for the catalogue."""


class OwnStep(Value, frozen=True):
    """A step of one's own. Minutes; `burden` is what it asks of whoever waits, `rework` what a wrong call costs."""

    minutes: float
    title: str = ""
    needs_patient: bool = False
    burden: float = 0.0
    cluster: str | None = None
    rework: float = 0.0


class OwnModel(msgspec.Struct, frozen=True):
    """A problem with a model, the catalogue that holds nothing else, titles of its steps, and the weight of waiting."""

    problem: Problem
    catalogue: Catalogue
    titles: dict[str, str]
    weight: float


def load_own(source: Traversable, name: str, weight: float, most_states: int) -> OwnModel:
    """The model of a file.

    Args:
        source: the file.
        name: what to call it in messages.
        weight: of a minute of waiting, where the file says none.
        most_states: more are refused.

    Raises:
        ModelError: the first thing that has to be mended.
    """
    if not source.is_file():
        raise ModelError(name, 1, "", "there is no such file: correct the name")
    try:
        return _read(CatalogueFile(name, source), weight, most_states)
    except CatalogueError as error:
        raise ModelError(error.file, error.line, error.field, error.remedy) from None


def _read(file: CatalogueFile, weight: float, most_states: int) -> OwnModel:
    file.only("waiting", "model", "step", "cluster")
    if "model" not in file.values:
        raise file.refuse(Fault((), "there is no table [model]: write it, with causes, steps and escalations"))
    given = file.read(("model",), file.values["model"], dict[str, object])
    model = file.read(("model",), MODEL_DEFAULTS | given, Model)
    own = file.tables("step", OwnStep)
    clusters = file.tables("cluster", float)
    steps = {step: _step(described, _kind(step, model)) for step, described in own.items()}
    steps.setdefault(model.fallback, Step("fallback", model.fallback_cost, ""))
    file.check(_step_faults(own, clusters))
    file.check(model_faults(model, steps))
    file.check(_size_faults(model, most_states))
    waits = file.read(("waiting",), file.values.get("waiting", weight), float)
    if waits < 0:
        raise file.refuse(Fault(("waiting",), "a minute of waiting weighs 0 or more minutes of staff: raise it"))
    problem = _problem(file.stem, model)
    titles = {step: own[step].title if step in own and own[step].title else step for step in steps}
    return OwnModel(problem, Catalogue({problem.id: problem}, steps, clusters, {}, {}, {}, {}), titles, waits)


def _kind(step: str, model: Model) -> Kind:
    """A step is what the model uses it as; one that it does not use is of no consequence."""
    uses: dict[Kind, tuple[str, ...]] = {
        "fallback": (model.fallback,),
        "question": tuple(each.id for each in model.question),
        "escalation": tuple(each.id for each in model.escalation),
    }
    return next((kind for kind, names in uses.items() if step in names), "action")


def _step(own: OwnStep, kind: Kind) -> Step:
    return Step(
        kind=kind,
        minutes=own.minutes,
        patient="",
        needs_patient=own.needs_patient,
        burden=own.burden,
        cluster=own.cluster,
        rework=own.rework,
    )


def _step_faults(own: dict[str, OwnStep], clusters: dict[str, float]) -> list[Fault]:
    faults = []
    for name, step in own.items():
        if step.minutes <= 0:
            faults.append(Fault(("step", name, "minutes"), "give minutes above 0"))
        faults += [
            Fault(("step", name, field), "give minutes of 0 or more")
            for field in ("burden", "rework")
            if getattr(step, field) < 0
        ]
        if step.cluster is not None and step.cluster not in clusters:
            remedy = f"there is no cluster `{step.cluster}`: write it under [cluster] with its minutes, or correct the name"
            faults.append(Fault(("step", name, "cluster"), remedy))
    return faults + [
        Fault(("cluster", name), "the walk takes minutes of 0 or more") for name, walk in clusters.items() if walk < 0
    ]


def _size_faults(model: Model, most: int) -> list[Fault]:
    states = ASKED ** len(model.question) * DONE ** len(model.action)
    if states <= most:
        return []
    kind = "question" if model.question else "action"
    remedy = (
        f"{states} states, at most {most} are solved: a question less makes them {ASKED} times fewer, an action {DONE} times"
    )
    return [Fault(("model", kind), remedy)]


def _problem(name: str, model: Model) -> Problem:
    return Problem(
        id=name,
        kind="topic",
        stage="desk",
        part=("desk",),
        speaks_to="staff",
        breaks="nothing",
        payment="",
        contacts=(),
        sources=(),
        readiness=Readiness("open", "open", "open"),
        tier="none",
        model=model,
    )
