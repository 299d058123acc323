import pytest

from madoguchi.desk.looking import MOST, Looker, Looking, staff_name
from madoguchi.desk.refusals import Refused


class Ledger:
    def __init__(self) -> None:
        self.locked = False

    def lock(self) -> None:
        self.locked = True


def looker() -> Looker:
    return Looker("空山", Ledger())  # type: ignore[arg-type]


def test_a_cookie_leads_to_the_open_ledger_and_no_other_does() -> None:
    looking, one = Looking(), looker()
    token = looking.open(one)

    assert one is looking.find(token)
    assert looking.find("") is None
    assert looking.find(token + "x") is None


def test_a_ledger_that_shut_itself_is_gone() -> None:
    looking, one = Looking(), looker()
    token = looking.open(one)
    one.ledger.lock()

    assert looking.find(token) is None


def test_shutting_locks_it_at_once() -> None:
    looking, one = Looking(), looker()
    token = looking.open(one)

    looking.shut(token)
    looking.shut(token)

    assert one.ledger.locked
    assert looking.find(token) is None


def test_one_too_many_shuts_the_oldest() -> None:
    looking = Looking()
    all_of_them = [looker() for _ in range(MOST + 1)]
    tokens = [looking.open(one) for one in all_of_them]

    assert [True] + [False] * MOST == [one.ledger.locked for one in all_of_them]
    assert looking.find(tokens[0]) is None


@pytest.mark.parametrize(("text", "name"), [("空山", "空山"), (" 空山　二郎 ", "空山 二郎"), ("Kuuyama", "Kuuyama")])
def test_a_staff_name_is_short(text: str, name: str) -> None:
    assert name == staff_name(text)


@pytest.mark.parametrize("text", ["", "　", "あ" * 30, "<b>", "1234567"])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        staff_name(text)


def test_looks_are_told_of_the_paired_device_or_of_the_desk() -> None:
    assert "desk-2" == looker().at("2")
    assert "tablet" == Looker("空山", Ledger(), "tablet").at("2")  # type: ignore[arg-type]
