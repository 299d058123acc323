"""Nobody among the personas is real, and a mistake in a file is told with its place."""

import re
from pathlib import Path

import pytest

from madoguchi.replica.card.personas import Persona, PersonaError, check_digit, load_personas, personas, read_persona

GOOD = """name = "練習　花子"
address = "練習県窓口市"
born = 1980-02-17
number = "990000000017"
code = "2285"
municipality = "99001"
serial = "99RENSHU0000001"
[secrets]
user-pin = "1234"
"""
HOLDERS = [one for one in personas().values() if one.name]


def test_there_is_somebody_for_every_situation() -> None:
    expected = {"adult", "black-dot", "child", "ended", "face-only", "foreign", "grace", "licence", "locked", "notice", "old"}
    expected |= {"phone", "rare-kanji", "residence", "revoked", "transit"}

    assert expected == set(personas())


@pytest.mark.parametrize("persona", HOLDERS, ids=lambda one: one.id)
def test_nobody_is_real(persona: Persona) -> None:
    assert persona.address.startswith("練習県")
    assert persona.municipality.startswith("99")
    assert int(persona.number[-1]) != check_digit(persona.number)


def test_no_two_share_a_number() -> None:
    assert len(HOLDERS) == len({one.number for one in HOLDERS}) == len({one.serial for one in HOLDERS})


def test_every_secret_is_of_its_form() -> None:
    forms = {"user-pin": r"\d{4}", "text-pin": r"\d{4}", "juki-pin": r"\d{4}", "sign-password": "[0-9A-Z]{6,16}"}

    assert [] == [
        (one.id, name) for one in HOLDERS for name, value in one.secrets.items() if not re.fullmatch(forms[name], value)
    ]


def test_the_check_digit_is_that_of_the_ordinance() -> None:
    # By hand: 1·2 leaves 2, so 11 - 2; 1·7 + 5·2 leaves 6, so 11 - 6; 1·6 + 3·2 leaves 1, so 0.
    assert [0, 9, 5, 0] == [check_digit(digits) for digits in ("00000000000", "00000000001", "00000100005", "10000000003")]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("", ""), None),
        (("2285", "228"), "one.toml:5: code"),
        (("990000000017", "990000000019"), "one.toml:4: number"),
        (("99001", "13101"), "one.toml:6: municipality"),
        (("練習県", "東京都"), "one.toml:2: address"),
        (("born = 1980-02-17", "born = 1980-02-17\nage = 3"), "one.toml:3: born"),
        (('code = "2285"', "code = 2285"), "one.toml:5: code"),
        (('user-pin = "1234"', "user-pin = 1234"), "one.toml:8: secrets"),
        (('user-pin = "1234"', 'user-pni = "1234"'), "one.toml:9: secrets.user-pni"),
        (('user-pin = "1234"', "[tries]\nuser = 0"), "one.toml:10: tries.user"),
        (('code = "2285"', 'kode = "2285"'), "one.toml:5: kode"),
        (('code = "2285"', 'code = "2285'), "one.toml:5: file"),
        (('code = "2285"', 'code = "2285"\nid = "two"'), "one.toml:6: id"),
        (('code = "2285"', 'code = "2285"\nkind = "paper"'), "one.toml:6: kind"),
        (('code = "2285"', 'code = "2285"\nreplaced = [9]'), "one.toml:6: replaced"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_field(change: tuple[str, str], place: str | None) -> None:
    text = GOOD.replace(*change) if change[0] else GOOD
    if place is None:
        assert "one" == read_persona("one.toml", text).id
        return

    with pytest.raises(PersonaError, match=re.escape(place)):
        read_persona("one.toml", text)


def test_a_folder_of_ones_own_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(GOOD, "utf-8")
    (tmp_path / "notes.txt").write_text("", "utf-8")

    assert ["one"] == list(load_personas(tmp_path))
