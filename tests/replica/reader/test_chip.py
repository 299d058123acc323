"""What the reader makes of cards: every way in which one may not answer, and what is never sent."""

from collections.abc import Callable, Iterator

import pytest

from madoguchi.replica.card.contact import Lying, Spoilt
from madoguchi.replica.card.faults import chosen, on_card, on_contact
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.personas import personas
from madoguchi.replica.link import prepare
from madoguchi.replica.reader.chip import Session
from madoguchi.replica.reader.tray import Tray
from madoguchi.replica.reader.trouble import Trouble
from madoguchi.replica.world import create

PIN = "1234"


class Listening(Spoilt):
    """Writes down what is sent."""

    def __init__(self, card: Lying) -> None:
        super().__init__(card)
        self.sent: list[bytes] = []

    def transmit(self, command: bytes, /) -> bytes:
        self.sent.append(command)
        return super().transmit(command)

    def secrets(self) -> list[bytes]:
        return [one for one in self.sent if one[1] == 0x20 and len(one) > 4]


@pytest.fixture(scope="module")
def tray(tmp_path_factory: pytest.TempPathFactory) -> Tray:
    return Tray(create(tmp_path_factory.mktemp("tray") / "w", 7, prepare))


@pytest.fixture
def lay(tray: Tray) -> Iterator[Callable[..., Lying]]:
    def laid(persona: str = "adult", *faults: str) -> Lying:
        wrong = chosen(faults)
        return on_contact(CardInProcess(on_card(tray.card(persona).card, wrong)), wrong)

    yield laid
    tray.renew()


def reason(do: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(Trouble) as trouble:
        do()
    return trouble.value.code, trouble.value.reason


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("mute", ("001", "chip-silent")),
        ("broken-atr", ("001", "chip-silent")),
        ("pulled=0", ("001", "chip-silent")),
        ("pulled=3", ("001", "chip-silent")),
        ("pulled=6", ("001", "chip-silent")),
        ("empty-answer=1", ("001", "chip-silent")),
        ("jpki-fails", ("007", "application-broken")),
        ("face-fails", ("007", "application-broken")),
        ("jpki-missing", ("007", "application-broken")),
        ("face-missing", ("007", "application-broken")),
        ("certificate-broken", ("007", "application-broken")),
        ("certificate-missing", ("006", "certificate-missing")),
    ],
)
def test_a_card_that_cannot_be_read_has_one_code(lay: Callable[..., Lying], fault: str, told: tuple[str, str]) -> None:
    assert told == reason(Session(lay("adult", fault)).read)


@pytest.mark.parametrize("persona", ["licence", "residence", "transit", "old"])
def test_another_card_is_002(lay: Callable[..., Lying], persona: str) -> None:
    assert "002" == reason(Session(lay(persona)).read)[0]


def test_one_failure_after_the_power_came_is_a_whim_and_not_believed(lay: Callable[..., Lying]) -> None:
    assert "card" == Session(lay("adult", "first-fails")).read().kind


def test_a_padded_certificate_is_read_as_far_as_it_goes(lay: Callable[..., Lying]) -> None:
    assert Session(lay()).read() == Session(lay("adult", "certificate-padded")).read()


def test_reading_a_card_sends_no_secret(lay: Callable[..., Lying]) -> None:
    card = Listening(lay())
    assert 3 == Session(card).read().tries_left
    assert [] == card.secrets()


def test_a_phone_shows_its_certificate_after_its_pin(lay: Callable[..., Lying]) -> None:
    session = Session(lay("phone"))
    chip = session.read()
    assert ("phone", b"") == (chip.kind, chip.certificate)
    assert session.give_pin(PIN) is None
    assert session.after_pin(chip).certificate


def test_a_missed_pin_tells_how_many_tries_are_left(lay: Callable[..., Lying]) -> None:
    session = Session(lay())
    session.read()
    assert [2, 1, 0] == [session.give_pin("0000") for _ in range(3)]
    assert 0 == Session(lay("locked")).read().tries_left


def photo_of(tray: Tray, card: Lying, digits: str = "") -> bytes:
    session = Session(card)
    session.read()
    return session.photo(digits or tray.digits(personas()["adult"]))


def test_the_printed_digits_open_the_photo(tray: Tray, lay: Callable[..., Lying]) -> None:
    assert photo_of(tray, lay()).startswith(bytes.fromhex("0000000C6A502020"))


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("number-b-locked", ("005", "number-b-locked")),
        ("photo-cut", ("015", "photo-unreadable")),
        ("photo-damaged", ("015", "photo-unreadable")),
        ("photo-gone", ("015", "photo-unreadable")),
        ("face-broken", ("007", "application-broken")),
        ("pulled=18", ("015", "photo-unreadable")),
    ],
)
def test_a_photo_that_does_not_come_has_one_code(
    tray: Tray, lay: Callable[..., Lying], fault: str, told: tuple[str, str]
) -> None:
    assert told == reason(lambda: photo_of(tray, lay("adult", fault)))


def test_digits_that_are_not_taken_are_presented_once_and_the_last_try_says_005(tray: Tray, lay: Callable[..., Lying]) -> None:
    card = Listening(lay())
    assert ("101", "face-misread") == reason(lambda: photo_of(tray, card, "0" * 14))
    assert 1 == len(card.secrets())
    assert ("005", "number-b-locked") == reason(lambda: photo_of(tray, lay("adult", "number-b-tries=1"), "0" * 14))


def test_nothing_is_presented_to_a_locked_counter(tray: Tray, lay: Callable[..., Lying]) -> None:
    card = Listening(lay("adult", "number-b-locked"))
    assert "005" == reason(lambda: photo_of(tray, card))[0]
    assert [] == card.secrets()


def test_a_permission_that_is_none_is_902_and_nothing_is_signed_without_one(lay: Callable[..., Lying]) -> None:
    session = Session(lay())
    session.read()
    assert ("902", "permission-unanswered") == reason(lambda: session.permit(bytes(256)))
    assert "007" == reason(lambda: session.sign(bytes(32)))[0]


def test_a_card_that_was_let_go_has_forgotten_the_pin(lay: Callable[..., Lying]) -> None:
    card = lay()
    session = Session(card)
    session.read()
    session.give_pin(PIN)
    assert 256 == len(session.sign(bytes(32)))
    session.end()
    again = Session(card)
    again.read()
    assert "007" == reason(lambda: again.sign(bytes(32)))[0]


def test_a_tray_keeps_what_was_counted_until_it_is_renewed(tray: Tray) -> None:
    session = Session(tray.card("child"))
    session.read()
    session.give_pin("0000")
    session.end()
    counted = Session(tray.card("child")).read().tries_left
    tray.renew()

    assert (2, 3) == (counted, Session(tray.card("child")).read().tries_left)
