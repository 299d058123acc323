"""A stranger's model is read, or the message says which file, line and field to mend and how."""

import re
from pathlib import Path

import pytest

from madoguchi.catalogue.own import ModelError, OwnModel, load_own

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "model.md"
FIVE_MILLION = 5_000_000


@pytest.fixture
def example() -> str:
    """The example of the page."""
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def read(text: str, folder: Path) -> OwnModel:
    file = folder / "my.toml"
    file.write_text(text, "utf-8")
    return load_own(file, "my.toml", 2.0, FIVE_MILLION)


def refusal(text: str, folder: Path) -> tuple[str, str, str]:
    with pytest.raises(ModelError) as refused:
        read(text, folder)
    line = text.splitlines()[refused.value.line - 1]
    return line, refused.value.field, refused.value.remedy


def test_the_pages_example_is_read(example: str, tmp_path: Path) -> None:
    own = read(example, tmp_path)

    assert (own.problem.id, own.weight, own.titles["lamp-red"], own.titles["restart"]) == (
        "my",
        1.0,
        "Is the lamp red?",
        "restart",
    )
    assert {name: step.kind for name, step in own.catalogue.steps.items()} == {
        "lamp-red": "question",
        "open-flap": "action",
        "restart": "action",
        "call-service": "escalation",
        "other-printer": "fallback",
    }


def test_what_a_minute_of_waiting_weighs_may_be_left_to_the_facility(example: str, tmp_path: Path) -> None:
    assert read(example.replace("waiting = 1.0", ""), tmp_path).weight == 2.0


@pytest.mark.parametrize(
    ("wrote", "instead", "line", "field", "remedy"),
    [
        ("= 0.15", "= 1.5", '"network.cable"', "model.causes.network.cable", "between 0 and 1"),
        ('{ "paper.jam" = "usually" }', '{ "paper.fire" = 1 }', "fixes", "model.action[0].fixes.paper.fire", "list the"),
        ('{ "paper.jam" = "usually" }', '{ "paper.jam" = 0 }', "fixes", "model.action[0].fixes", "fixes nothing"),
        ('{ "paper.jam" = "usually" }', "{}", "fixes", "model.action[0].fixes", "fixes nothing"),
        ('{ "paper.jam" = "usually" }', '{ "paper.jam" = "surely" }', "fixes", "model.action[0].fixes.paper.jam", "nearly-"),
        ('after = ["lamp-red"]', 'after = ["open-flap"]', "after", "model.action[0].after", "open-flap waits for open-flap"),
        ('after = ["lamp-red"]', 'after = ["lamp-green"]', "after", "model.action[0].after[0]", "lamp-green"),
        ('"other"]', '"printer.gone"]', "remit", "model.escalation[0].remit[3]", "list the cause"),
        (', "other"]', "]", "[[model.escalation]]", "model.escalation", "nobody can mend `other`"),
        ("[step.restart]", "[step.reboot]", 'id = "restart"', "model.action[1].id", "no step `restart`"),
        ("minutes = 15", "minutes = -1", "minutes = -1", "step.call-service.minutes", "above 0"),
        ("rework = 30", "rework = -1", "rework = -1", "step.call-service.rework", "0 or more"),
        ('title = "Is', 'name = "Is', "name", "step.lamp-red.name", "nobody knows the field"),
        ("cellar = 2.0", "attic = 2.0", 'cluster = "cellar"', "step.lamp-red.cluster", "[cluster]"),
        ("waiting = 1.0", "waiting = -1.0", "waiting", "waiting", "raise it"),
        ("fallback_cost = 3.0", "", "[model]", "model.fallback_cost", "add it"),
        ("[model]", "[model", "[model", "", "no TOML"),
    ],
)
def test_a_malformed_file_gets_line_field_and_remedy(
    wrote: str, instead: str, line: str, field: str, remedy: str, example: str, tmp_path: Path
) -> None:
    assert wrote in example
    told = refusal(example.replace(wrote, instead, 1), tmp_path)

    assert told[0].startswith(line)
    assert told[1] == field
    assert remedy in told[2]


def test_steps_that_wait_for_each_other_are_shown_as_a_circle(example: str, tmp_path: Path) -> None:
    turned = example.replace('id = "lamp-red"\n', 'id = "lamp-red"\nafter = ["open-flap"]\n')

    assert refusal(turned, tmp_path)[1:] == (
        "model.question[0].after",
        "lamp-red waits for open-flap waits for lamp-red: take one of them out of `after`",
    )


def test_too_many_states_are_refused_before_anything_is_computed(example: str, tmp_path: Path) -> None:
    more = "".join(f'[[model.question]]\nid = "q{n}"\nyes = {{}}\n[step.q{n}]\nminutes = 1\n' for n in range(10))
    _, field, remedy = refusal(example + more, tmp_path)

    assert field == "model.question"
    assert remedy.startswith(f"{4**11 * 4} states, at most {FIVE_MILLION}")


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    for name in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ModelError, match="there is no such file"):
            load_own(name, "none.toml", 2.0, FIVE_MILLION)


def test_a_file_without_a_model_says_what_to_write(tmp_path: Path) -> None:
    assert "[model]" in refusal("waiting = 1.0\n", tmp_path)[2]
