"""What the booklet's file carries to read telephone words without any desk: lists, tables and names as data for its script."""

from importlib.resources import files

import msgspec
from markupsafe import Markup

from madoguchi.desk.answer import Around
from madoguchi.evidence.telephone_words import NUMBERED, NUMBERS, PROBE_STATES, VERSIONS, tables
from madoguchi.wire.telephone.six_words import CONSTANT, SHIFT, STIR, WEIGHTS, word_list

PLACE = 0
"""Stands in a sentence where the script puts the place of a word."""


def data(around: Around) -> dict[str, object]:
    """Everything the script needs, with names in the booklet's language."""
    catalogue, probes = around.catalogue, {probe for table in tables() for probe in table.probes}
    used = {step for table in tables() for one in table.problems for step in (*one.questions, *one.others)}
    readers = {one: f"{facts.maker} {facts.model}".strip() for one, facts in catalogue.readers.items()}
    return {
        "words": word_list(),
        "weights": WEIGHTS,
        "constant": CONSTANT,
        # As text: these are larger than the whole numbers a script can hold.
        "stir": str(STIR),
        "shift": str(SHIFT),
        "versions": VERSIONS,
        "states": PROBE_STATES,
        "numbered": NUMBERED,
        "numbers": NUMBERS,
        "tables": tables(),
        "names": {
            "problems": {one: around.text(f"problem-{one}.name") for one in catalogue.problems},
            "readers": readers | {"generic": around.text("settings-reader-generic")},
            "probes": {one: around.text(f"probe-{one}") for one in sorted(probes)},
            "steps": {one: around.text(f"step-{one}") for one in sorted(used) if one in catalogue.steps},
        },
        "say": {
            **{
                reason: around.text(f"telephone-not-heard-{reason}", place=PLACE)
                for reason in ("count", "word", "sum", "range")
            },
            **{state: around.text(f"chain-{state}", link="") for state in PROBE_STATES},
            **{answer: around.text(f"telephone-{answer}") for answer in ("yes", "no", "tried")},
        },
    }


def script(around: Around) -> tuple[Markup, Markup]:
    """The data and the code, each as the inside of a script element."""
    # A "<" in a name could end the element; JSON may write it as an escape.
    text = msgspec.json.encode(data(around)).decode().replace("<", "\\u003c")
    code = (files("madoguchi.desk") / "static" / "decode.js").read_text("utf-8")
    return Markup(text), Markup(code)  # noqa: S704 - our own data, escaped above, and our own code
