"""The catalogue loads as a whole, or stops with file, line, field and remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from madoguchi.catalogue.load import CatalogueError, load_catalogue

Break = Callable[[str, str, str], CatalogueError]


def line_with(path: Path, piece: str) -> int:
    return next(number for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1) if piece in line)


def test_the_built_in_catalogue_is_read_once() -> None:
    assert load_catalogue() is load_catalogue()


def test_a_copy_elsewhere_gives_the_same_catalogue(copy: Path) -> None:
    assert load_catalogue() == load_catalogue(copy)


def test_windows_line_ends_change_nothing(copy: Path) -> None:
    path = copy / "topics" / "no-code.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_catalogue() == load_catalogue(copy)


NO_CODE = "topics/no-code.toml"

BREAKAGES = {
    "a stage that does not exist": (NO_CODE, 'stage = "terminal"', 'stage = "moon"', "stage", "one of card, reader, terminal"),
    "a kind that does not exist": (NO_CODE, 'kind = "topic"', 'kind = "story"', "kind", "one of code, topic"),
    "a part that does not exist": (
        NO_CODE,
        '"vendor", "maker"]\nspeaks',
        '"vendor", "maid"]\nspeaks',
        "part[2]",
        "one of patient, desk",
    ),
    "a mark that does not exist": (NO_CODE, 'mark = "I"', 'mark = "X"', "sources[1].mark", "one of C, CC"),
    "a field that does not exist": (NO_CODE, "recurs = true", "recures = true", "recures", "correct its name or remove it"),
    "a number where words belong": (NO_CODE, 'payment = "usual-share"', "payment = 3", "payment", "Expected `str`"),
    "another id than the file's": (NO_CODE, 'id = "no-code"', 'id = "nothing"', "id", 'write id = "no-code"'),
    "a contact nobody has": (
        NO_CODE,
        'contacts = ["vendor"',
        'contacts = ["aunt"',
        "contacts[0]",
        "there is no contact `aunt`",
    ),
    "a way nobody walks": (
        "topics/phone-card.toml",
        'without = ["pin"',
        'without = ["pint"',
        "without[0]",
        "there is no way `pint`",
    ),
    "a source outside the pages": (
        NO_CODE,
        "docs/protocol/codes.md#restarting",
        "hearsay",
        "sources[2].where",
        "docs/protocol/",
    ),
    "a tier above the list": (NO_CODE, 'tier = "bronze"', 'tier = "gold"', "tier", "reaches bronze"),
    "a readiness in other words": (NO_CODE, 'texts = "done"', 'texts = "nearly"', "readiness.texts", "`exempt: `"),
    "an exemption without reason": (NO_CODE, 'texts = "done"', 'texts = "exempt:"', "readiness.texts", "the reason"),
    "a fallback that is an action": (NO_CODE, '"go-other-proof"', '"restart-reader"', "model.fallback", "of kind action"),
    "a fallback for nothing": (NO_CODE, "fallback_cost = 5.0", "fallback_cost = 0.0", "model.fallback_cost", "above 0"),
    "a page order with a stranger": (
        NO_CODE,
        '"restart-chain", "call',
        '"dance", "call',
        "model.page_order[1]",
        "no step of this model",
    ),
    "a cause without its link": (
        NO_CODE,
        '"reader.no_power" = "some',
        '"no power" = "some',
        "model.causes.no power",
        "link.what_it_is",
    ),
    "a cause by a wrong word": (
        NO_CODE,
        '"reader.no_power" = "sometimes"',
        '"reader.no_power" = "often"',
        "model.causes.reader.no_power",
        "rare, sometimes",
    ),
    "a cause that is true or false": (
        NO_CODE,
        '"reader.no_power" = "sometimes"',
        '"reader.no_power" = true',
        "model.causes.reader.no_power",
        "a number from 0 to 1",
    ),
    "a cause above certainty": (
        NO_CODE,
        '"reader.no_power" = "sometimes"',
        '"reader.no_power" = 1.5',
        "model.causes.reader.no_power",
        "between 0 and 1",
    ),
    "a cause that never happens": (
        NO_CODE,
        '"reader.no_power" = "sometimes"',
        '"reader.no_power" = 0',
        "model.causes.reader.no_power",
        "above 0",
    ),
    "a repair of no listed cause": (
        NO_CODE,
        '{ "reader.no_power" = "usually" }',
        '{ "reader.no_pow" = "usually" }',
        "model.action[1].fixes.reader.no_pow",
        "none of the causes",
    ),
    "an answer about no listed cause": (
        NO_CODE,
        '"reader.no_power" = "rare"',
        '"reader.no_pow" = "rare"',
        "model.question[0].yes.reader.no_pow",
        "none of the causes",
    ),
    "a probe about no listed cause": (
        NO_CODE,
        '"reader.no_power" = "nearly-always"',
        '"reader.no_pow" = "nearly-always"',
        "model.probe[0].down.reader.no_pow",
        "none of the causes",
    ),
    "a remit with a stranger": (
        NO_CODE,
        '["reader.hung", "reader.no_power"]',
        '["reader.hung", "reader.no_pow"]',
        "model.escalation[0].remit[1]",
        "none of the causes",
    ),
    "a cause nobody mends": (
        NO_CODE,
        '["reader.hung", "reader.no_power"]',
        '["reader.hung"]',
        "model.escalation",
        "nobody can mend `reader.no_power`",
    ),
    "the unlisted cause in no remit": (
        "topics/face-mismatch.toml",
        'remit = ["other"]',
        'remit = ["reader.lens_dirty"]',
        "model.escalation",
        "nobody can mend `other`",
    ),
    "a step that does not exist": (
        NO_CODE,
        'id = "check-reader-power"',
        'id = "pray"',
        "model.action[1].id",
        "there is no step `pray`",
    ),
    "a step used as another kind": (
        NO_CODE,
        'id = "check-reader-power"',
        'id = "reader-lit"',
        "model.action[1].id",
        "of kind question",
    ),
    "a step listed twice": (
        NO_CODE,
        'id = "check-reader-power"',
        'id = "take-left-card-away"',
        "model.action[1].id",
        "listed twice",
    ),
    "minutes below nothing": (
        NO_CODE,
        'id = "check-reader-power"',
        'id = "check-reader-power"\nminutes = -1.0',
        "model.action[1].minutes",
        "above 0",
    ),
    "a missing field within a list": (NO_CODE, 'id = "check-reader-power"\n', "", "model.action[1].id", "is missing: add it"),
    "a step of an unknown kind": (
        "steps/topics.toml",
        'kind = "fallback"',
        'kind = "fall"',
        "step.go-declaration.kind",
        "one of question, action",
    ),
    "a step without minutes": ("steps/topics.toml", "minutes = 4.0\n", "", "step.go-declaration.minutes", "is missing: add it"),
    "a step that takes no time": (
        "steps/topics.toml",
        "minutes = 4.0\n",
        "minutes = 0.0\n",
        "step.go-declaration.minutes",
        "above 0",
    ),
    "a step with a rule nobody keeps": (
        "steps/topics.toml",
        'rules = ["face-try"]',
        'rules = ["faces"]',
        "step.uncover-face.rules[0]",
        "one of pin-entry",
    ),
    "a step that calls nobody": (
        "steps/topics.toml",
        'contact = "insurer"',
        'contact = "uncle"',
        "step.refer-insurer.contact",
        "no contact `uncle`",
    ),
    "a step in no cluster": (
        "steps/topics.toml",
        'picture = "power"',
        'picture = "power"\ncluster = "attic"',
        "step.check-reader-power.cluster",
        "no cluster `attic`",
    ),
    "a section that steps do not have": (
        "steps/topics.toml",
        "[step.asks-for-login]",
        "[steps.asks-for-login]",
        "steps",
        "only the sections step, cluster",
    ),
    "a way of a list that does not exist": (
        "ways.toml",
        '"new-paper", "declaration"',
        '"old-paper", "declaration"',
        "group.data[0]",
        "no way `old-paper`",
    ),
    "a list for what cannot break": (
        "ways.toml",
        "nothing = []",
        "nothing = []\nweather = []",
        "group.weather",
        "no thing that can break",
    ),
    "a list that is missing": ("ways.toml", "nothing = []\n", "", "group", "add the list `nothing`"),
    "hours nobody can read": ("contacts.toml", '"08:00-16:00"', '"8 to 4"', "contact.call-centre.hours.sat", "08:00-12:00"),
    "a day nobody knows": ("contacts.toml", '"sat"', '"caturday"', "contact.call-centre.hours.caturday", "write hours as"),
    "a reader without its order of restart": (
        "readers/generic.toml",
        "restart = ",
        "restarts = ",
        "restarts",
        "correct its name",
    ),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_broken_file_says_where_and_how_to_mend_it(name: str, broken: Break) -> None:
    file, old, new, field, remedy = BREAKAGES[name]

    error = broken(file, old, new)

    assert (file, field) == (error.file, error.field)
    assert remedy in error.remedy
    assert f"{file}:{error.line}: {field}: {error.remedy}" == str(error)


LINES = {
    "a plain field": (NO_CODE, 'stage = "terminal"', 'stage = "moon"', 'stage = "moon"'),
    "an item of a list over several lines": (NO_CODE, 'mark = "I"', 'mark = "X"', 'mark = "X"'),
    "an inline table": (NO_CODE, '{ "reader.no_power" = "usually" }', '{ "reader.no_pow" = "usually" }', '"reader.no_pow" = '),
    "a table among many of its name": (NO_CODE, 'id = "check-reader-power"', 'id = "pray"', '"pray"'),
    "a named table": ("steps/topics.toml", 'kind = "fallback"', 'kind = "fall"', 'kind = "fall"'),
    "a missing field: its table": ("steps/topics.toml", "minutes = 4.0\n", "", "[step.go-declaration]"),
    "a quoted key": ("contacts.toml", '"sat"', '"caturday"', "caturday"),
    "a slip of the pen": (NO_CODE, 'patient = "wait"', "patient = wait", "patient = wait"),
    "a bracket left open": (NO_CODE, "[model.causes]", "[model.causes", "[model.causes"),
}


@pytest.mark.parametrize("name", LINES)
def test_the_line_is_the_one_to_open(name: str, copy: Path, broken: Break) -> None:
    file, old, new, piece = LINES[name]

    error = broken(file, old, new)

    assert line_with(copy / file, piece) == error.line


def test_a_file_that_is_no_text_says_so(copy: Path) -> None:
    (copy / "ways.toml").write_bytes('[way.pin]\npatient = "wait" # 受付\n'.encode("cp932"))

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(copy)

    assert (caught.value.file, caught.value.line) == ("ways.toml", 2)
    assert "UTF-8" in caught.value.remedy


def test_a_file_cut_short_says_where_it_ends(copy: Path) -> None:
    path = copy / "topics" / "no-code.toml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index('{ fact = "a card forgotten')], "utf-8")

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(copy)

    assert caught.value.file == NO_CODE
    assert path.read_text("utf-8").count("\n") + 1 == caught.value.line


def test_a_missing_file_says_which(copy: Path) -> None:
    (copy / "contacts.toml").unlink()

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(copy)

    assert caught.value.file == "contacts.toml"


def test_a_step_in_two_files_is_refused(copy: Path) -> None:
    (copy / "steps" / "zz-again.toml").write_text(
        '\n[step.restart-reader]\nkind = "action"\nminutes = 1.0\npatient = "wait"\n', "utf-8"
    )

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(copy)

    assert (caught.value.file, caught.value.line, caught.value.field) == ("steps/zz-again.toml", 2, "step.restart-reader")


def test_a_problem_in_two_files_is_refused(copy: Path) -> None:
    (copy / "topics" / "zz-copy.toml").write_text((copy / NO_CODE).read_text("utf-8"), "utf-8")

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(copy)

    assert (caught.value.file, caught.value.field) == ("topics/zz-copy.toml", "id")
