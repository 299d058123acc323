import json
from collections.abc import Callable
from datetime import date
from typing import Any

from madoguchi.cli.card import told
from madoguchi.evidence.probes.card_reader.findings import FINDINGS
from madoguchi.evidence.probes.card_reader.press import Pressed, Why
from madoguchi.words.translate import load_words

Here = Callable[..., Any]
TOLD_BESIDE = ("another-was-good", "one-was-good", "other-was-at-fault", "two-cards-failed", "good-elsewhere", "undecided")
VALUES: dict[str, str | int] = {
    "tries": 2,
    "reader": "みほん",
    "number": "80100001",
    "status": "6F00",
    "kind": "",
    "minutes": 3,
}


def test_every_finding_has_its_words_in_both_languages() -> None:
    lines = tuple(Why(name, VALUES) for name in (*FINDINGS, *TOLD_BESIDE))
    pressed = Pressed("", (), None, None, "none", 0.0, lines, {}, None, None)

    for lang in ("ja", "en"):
        why = told(pressed, load_words(), lang).verdict.why
        assert len(lines) == len(set(why))
        assert not any("{" in line for line in why)


def test_a_look_is_told_in_one_shape() -> None:
    pressed = Pressed("left", (), "my-number", "004", "card", 0.95, (), {"pin": 0}, date(2030, 2, 17), "none")

    found = told(pressed, load_words(), "ja")

    assert ("left", "my-number", "004", {"pin": 0}) == (found.reader, found.card, found.verdict.code, found.counters)
    assert (date(2030, 2, 17), "none") == (found.certificate.not_after, found.certificate.phase)


def test_json_stands_alone_on_standard_output(here: Here) -> None:
    said = here("card", "--json", "--reader", "a reader that is not there")

    heard = json.loads(said.out)
    assert {"reader", "card", "verdict", "counters", "certificate"} == heard.keys()
    assert said.status == (1 if heard["verdict"]["code"] else 0)


def test_people_get_sentences(here: Here) -> None:
    said = here("card", "--lang", "en")

    assert said.status in (0, 1)
    assert "\n- " in said.out
