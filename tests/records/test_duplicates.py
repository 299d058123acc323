from datetime import date

import pytest

from madoguchi.records.duplicates import Duplicate, find, folded
from madoguchi.records.ledger import FourItems, Sex

BORN = date(1989, 1, 8)


def person(name: str, born: date = BORN, sex: Sex = "female") -> FourItems:
    return FourItems(name, sex, born, insurer="見本健保")


def same(*people: FourItems) -> list[tuple[str, ...]]:
    told = {f"e{number}": one for number, one in enumerate(people)}
    return [found.entries for found in find("o", told)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("山田 花子", "山田花子"),
        ("山田　花子", "山田 花子"),
        ("ヤマダ ハナコ", "やまだ はなこ"),
        ("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ"),
        ("ショウコ", "シヨウコ"),
        ("ヴァージニア・リー", "ヴアージニアリー"),
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("𠮷田", "吉田"),
        ("渡邊", "渡辺"),
        ("〓橋", "髙橋"),
        ("吉〓", "𠮷田"),
        ("LEE", "ｌｅｅ"),
        ("か\u3099く", "がく"),
    ],
)
def test_one_name_typed_two_ways_is_found(one: str, other: str) -> None:
    assert [("e0", "e1")] == same(person(one), person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("山田花子"), person("山田花代")),
        (person("山田花子"), person("山田花子", date(1989, 1, 7))),
        (person("山田薫", sex="male"), person("山田薫", sex="female")),
        (person("ハナコ"), person("バナコ")),
        (person("〓"), person("山田")),
    ],
)
def test_two_people_stay_two(one: FourItems, other: FourItems) -> None:
    assert same(one, other) == []


def test_a_sex_that_was_not_written_down_speaks_against_nothing() -> None:
    assert [("e0", "e1")] == same(person("山田薫", sex="unset"), person("山田薫", sex="male"))


def test_three_writings_are_one_finding_in_the_order_they_were_written() -> None:
    assert [("e0", "e2", "e3")] == same(person("髙橋"), person("山田"), person("高橋"), person("〓橋"))


def test_a_finding_names_the_outage_and_entries_and_nobody() -> None:
    found = find("o", {"a": person("山田花子"), "b": person("山田花子")})

    assert [Duplicate("o", ("a", "b"))] == found


def test_a_name_is_folded_to_what_is_compared() -> None:
    assert folded("ﾔﾏﾀﾞ　ショウコ") == "やまだしようこ"
