from datetime import date

import pytest

from madoguchi.desk.four_items import FieldTroubles, Typed, read, slip_number

TODAY = date(2026, 11, 24)
GOOD = Typed(name="架空　花子", sex="female", born="S59.5.12", address="架空県架空市1-2")


def given(**changes: object) -> Typed:
    return Typed(**({field: getattr(GOOD, field) for field in Typed.__struct_fields__} | changes))


def troubles(**changes: object) -> dict[str, str]:
    with pytest.raises(FieldTroubles) as found:
        read(given(**changes), TODAY)
    return {field: trouble.message for field, trouble in found.value.troubles.items()}


def my_number(eleven: str) -> str:
    """Twelve digits with the check digit of a My Number: 平成26年総務省令第85号 第5条."""
    rest = sum(int(digit) * weight for digit, weight in zip(eleven, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
    return eleven + str(0 if rest <= 1 else 11 - rest)


def test_four_items_are_read() -> None:
    items = read(GOOD, TODAY)

    assert ("架空　花子", "female", date(1984, 5, 12), "架空県架空市1-2") == (items.name, items.sex, items.born, items.address)


@pytest.mark.parametrize("name", ["髙﨑𠮷子", "〓山〓", "ｶｸｳ ﾊﾅｺ", "カクウ　ハナコ", "かくう", "Kakuu Hanako", "神戸"])
def test_a_name_is_kept_sign_by_sign(name: str) -> None:
    assert name == read(given(name=name), TODAY).name


def test_an_insurer_stands_for_an_address() -> None:
    assert "架空健保" == read(given(address="", insurer="架空健保"), TODAY).insurer


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", " 　", "four-no-name"),
        ("sex", "", "four-no-sex"),
        ("sex", "x", "four-no-sex"),
        ("born", "", "four-no-born"),
        ("born", "きのう", "four-born-unreadable"),
        ("born", "R5.2.29", "four-born-impossible"),
        ("born", "H31.5.1", "four-born-other-era"),
        ("born", "2026-11-25", "four-born-future"),
        ("born", "M10.1.1", "four-born-too-old"),
        ("address", "", "four-no-address"),
        ("name", "あ" * 101, "four-too-long"),
        ("address", "あ\0い", "four-no-text"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_beside_its_field(field: str, value: str, message: str) -> None:
    assert {field: message} == troubles(**{field: value})


@pytest.mark.parametrize("field", ["name", "born", "address", "insurer", "slip"])
@pytest.mark.parametrize("shape", ["{}", "{0:.4} {0:.8}", "番号は{}です"])
def test_a_my_number_is_refused_in_every_field_and_not_shown_again(field: str, shape: str) -> None:
    number = my_number("12345678901")
    digits = f"{number[:4]}-{number[4:8]}-{number[8:]}" if " " in shape else shape.format(number)

    with pytest.raises(FieldTroubles) as found:
        read(given(**{field: digits}), TODAY)

    assert "four-my-number" == found.value.troubles[field].message
    assert "" == getattr(found.value.shown, field)
    assert number[4:8] not in repr(found.value) + repr(found.value.shown)


def test_everything_else_is_shown_again() -> None:
    with pytest.raises(FieldTroubles) as found:
        read(given(born="きのう", unchanged=True), TODAY)

    assert given(born="きのう", unchanged=True) == found.value.shown


@pytest.mark.parametrize("text", ["30", "３０", " 030 ", "No.30", "No. 30", "№30"])
def test_a_slip_is_the_same_however_its_number_is_written(text: str) -> None:
    assert "30" == slip_number(text)


@pytest.mark.parametrize(("text", "kept"), [("", ""), ("a-3", "A-3"), ("３Ｂ", "3B")])
def test_a_slip_may_have_another_name(text: str, kept: str) -> None:
    assert kept == slip_number(text)
