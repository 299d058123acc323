import json
from collections.abc import Callable
from typing import Any

from madoguchi.evidence.telephone_words import Told, telephone_words

Madoguchi = Callable[..., Any]
TOLD = Told(
    "011", "generic", probes={"gateway": "good", "line": "down"}, tried={"other-pc-online": "no", "restart-router": "tried"}
)


def words() -> tuple[str, ...]:
    made = telephone_words(TOLD)
    assert made is not None
    return made


def katakana(text: str) -> str:
    return "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in text)


def test_six_words_say_the_number_the_reader_the_probes_and_what_was_tried(madoguchi: Madoguchi) -> None:
    said = madoguchi("decode", *words(), "--json")

    told = json.loads(said.out)
    assert (said.status, said.err) == (0, "")
    assert ("011", "generic") == (told["code"], told["reader"])
    assert {"gateway": "good", "line": "down"} == {one["id"]: one["value"] for one in told["probes"]}
    assert {"other-pc-online": "no", "restart-router": "tried"} == {one["id"]: one["value"] for one in told["tried"]}


def test_however_they_are_typed_they_say_the_same(madoguchi: Madoguchi) -> None:
    plain = madoguchi("decode", *words(), "--json").out

    for typed in ("".join(words()), "　".join(words()), katakana(" ".join(words())), "、".join(words())):
        assert plain == madoguchi("decode", typed, "--json").out


def test_people_read_names_not_ids(madoguchi: Madoguchi) -> None:
    japanese, english = madoguchi("decode", *words()).out, madoguchi("decode", *words(), "--lang", "en").out

    assert "ルーター" in japanese
    assert "試した" in japanese
    assert "What was tried" in english


def test_a_wrong_word_is_refused_kindly_with_its_place(madoguchi: Madoguchi) -> None:
    heard = [*words()]
    heard[3] = "ぽぽぽ"

    said = madoguchi("decode", *heard, "--json")

    assert 2 == said.status
    assert {"refused": "word", "place": 4, "perhaps": ""} == json.loads(said.out)
    assert "4番目" in said.err


def test_swapped_words_are_refused(madoguchi: Madoguchi) -> None:
    first, second, *rest = words()

    said = madoguchi("decode", second, first, *rest)

    assert (2, "") == (said.status, said.out)
    assert said.err
