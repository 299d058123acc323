"""Transcripts of the reader's machine: what happens on the left, the screen and what is to be done on the right."""

import pytest
from msgspec.structs import replace

from madoguchi.replica.reader import kiosk as at
from madoguchi.replica.reader.machine import LEAVES, TABLE, step, ways

CARD = at.Chip("card", b"certificate", 3)
PHONE = at.Chip("phone", b"", 3)


def play(*events: at.Event, kiosk: at.Kiosk | None = None) -> at.Kiosk:
    now = kiosk or at.Kiosk()
    for event in events:
        now, _ = step(now, event)
    return now


def placed(chip: at.Chip = CARD, mode: str = "automatic") -> at.Kiosk:
    return play(at.Placed("adult"), at.CardRead(1, chip), at.Begun(1, "c1", "challenge", mode))  # type: ignore[arg-type]


def refusal(kiosk: at.Kiosk, event: at.Event) -> str:
    with pytest.raises(at.Refused) as refused:
        step(kiosk, event)
    return refused.value.why


KNOWN = at.Known(1, registered=True, consents=("drugs", "checkups"), prescription=True)


def test_a_check_in_by_pin_from_card_to_card() -> None:
    kiosk, screens = at.Kiosk(), []
    script: list[at.Event] = [
        at.Placed("adult"),
        at.CardRead(1, CARD),
        at.Begun(1, "c1", "challenge", "automatic"),
        at.Chosen("pin"),
        at.KeypadWell(1),
        at.PinTyped("1234"),
        at.PinRight(1, CARD),
        KNOWN,
        at.Consented(("drugs",)),
        at.FormChosen("paper"),
        at.Finished(1, ("certificate-expiring",)),
        at.Taken(),
    ]
    for event in script:
        kiosk, effect = step(kiosk, event)
        screens.append((kiosk.screen, type(effect).__name__ if effect else ""))

    assert [
        ("reading", "ReadCard"),
        ("reading", "Begin"),
        ("choose", ""),
        ("asking", "FeelKeypad"),
        ("pin", ""),
        ("asking", "CheckPin"),
        ("asking", "Identify"),
        ("consents", ""),
        ("prescription", ""),
        ("asking", "Finish"),
        ("done", ""),
        ("place", "Leave"),
    ] == screens


def test_a_check_in_by_face_asks_for_the_photo_once_and_for_the_face_twice_at_most() -> None:
    kiosk = play(at.Chosen("face"), at.PhotoRead(1, stand_in=True), kiosk=placed())
    missed = play(at.Pictured(b"x"), at.Compared(1, same=False, stand_in=True), kiosk=kiosk)
    again, effect = step(missed, at.Chosen("face"))
    twice = play(at.Pictured(b"x"), at.Compared(1, same=False, stand_in=True), kiosk=again)

    assert ("mismatch", ("face", "pin", "visual")) == (missed.screen, ways(missed))
    assert ("camera", None) == (again.screen, effect)
    assert ("mismatch", ("pin", "visual"), "") == (twice.screen, ways(twice), twice.code)


def test_a_face_that_matches_lets_the_card_sign_by_a_permission() -> None:
    kiosk = play(at.Chosen("face"), at.PhotoRead(1, stand_in=True), at.Pictured(b"x"), kiosk=placed())
    now, effect = step(kiosk, at.Compared(1, same=True, stand_in=True))

    assert at.Identify("c1", "challenge", CARD, "face") == effect
    assert ("asking", True) == (now.screen, now.stand_in)


@pytest.mark.parametrize(
    ("left", "code", "open_ways"), [(2, "003", LEAVES["003"]), (1, "003", LEAVES["003"]), (0, "004", LEAVES["004"])]
)
def test_a_missed_pin_says_how_many_tries_are_left_and_leaves_other_ways(
    left: int, code: str, open_ways: tuple[str, ...]
) -> None:
    kiosk = play(at.Chosen("pin"), at.KeypadWell(1), at.PinTyped("0000"), at.PinMissed(1, left), kiosk=placed())

    assert ("trouble", code, left, open_ways) == (kiosk.screen, kiosk.code, kiosk.tries_left, ways(kiosk))


def test_a_locked_pin_is_004_before_anything_is_typed() -> None:
    kiosk, effect = step(placed(at.Chip("card", b"x", 0)), at.Chosen("pin"))

    assert ("004", None, ("face", "visual")) == (kiosk.code, effect, ways(kiosk))


def test_staff_look_after_their_passcode_or_at_once_where_the_terminal_is_in_visual_mode() -> None:
    asked = play(at.Chosen("visual"), kiosk=placed())
    missed = play(at.PasscodeTyped("1"), at.PasscodeJudged(1, right=False), kiosk=asked)
    _, effect = step(play(at.PasscodeTyped("2"), kiosk=missed), at.PasscodeJudged(1, right=True))
    looking = placed(mode="visual")

    assert ("passcode", "passcode", True) == (asked.screen, missed.screen, missed.passcode_missed)
    assert isinstance(effect, at.Identify)
    assert ("look", ("visual",)) == (looking.screen, ways(looking))
    assert isinstance(step(looking, at.Chosen("visual"))[1], at.Identify)


def test_a_phone_has_one_way() -> None:
    assert ("pin",) == ways(placed(PHONE))
    assert "not-open" == refusal(placed(PHONE), at.Chosen("face"))


def test_a_card_that_is_new_is_registered_first_or_later() -> None:
    asked = play(at.Chosen("pin"), at.KeypadWell(1), at.PinTyped("1234"), at.PinRight(1, CARD), kiosk=placed())
    new = play(at.Known(1, registered=False), kiosk=asked)
    registering, effect = step(new, at.Agreed(yes=True))

    assert "registration" == new.screen
    assert at.Register("c1") == effect
    assert "consents" == play(KNOWN, kiosk=registering).screen
    assert "declined" == play(at.Agreed(yes=False), kiosk=new).screen


@pytest.mark.parametrize("code", sorted(LEAVES))
def test_a_code_leaves_exactly_the_ways_of_the_table(code: str) -> None:
    kiosk = replace(placed(), screen="trouble", code=code)

    assert LEAVES[code] == ways(kiosk)


def test_digits_that_were_not_taken_are_not_sent_again_for_this_card() -> None:
    kiosk = play(at.Chosen("face"), at.Troubled(1, "101", "face-misread"), kiosk=placed())

    assert ("pin", "visual") == ways(kiosk)
    assert "not-open" == refusal(kiosk, at.Chosen("face"))


def test_any_other_code_waits_for_the_card_to_be_taken() -> None:
    kiosk = play(at.Chosen("face"), at.Troubled(1, "011", "line-unreached"), kiosk=placed())

    assert ("trouble", "011", ()) == (kiosk.screen, kiosk.code, ways(kiosk))
    assert (at.Kiosk(visit=1), at.Leave("c1")) == step(kiosk, at.Taken())


def test_a_result_that_is_written_all_the_same_is_not_withdrawn() -> None:
    kiosk = play(at.Chosen("face"), at.Troubled(1, "016", "no-valid-eligibility", written=True), kiosk=placed())

    assert at.Leave("") == step(kiosk, at.Taken())[1]


def test_an_answer_for_a_card_that_was_taken_changes_nothing() -> None:
    kiosk = play(at.Chosen("pin"), at.Taken(), at.Placed("child"), kiosk=placed())

    assert kiosk == play(at.Known(1, registered=True), at.Troubled(1, "011", "late"), kiosk=kiosk)


def test_a_lost_terminal_is_shown_while_nobody_is_there_and_goes_away_by_itself() -> None:
    lost = play(at.LinkLost())

    assert ("trouble", "008") == (lost.screen, lost.code)
    assert at.Kiosk() == play(at.LinkBack(), kiosk=lost)
    assert "choose" == play(at.LinkLost(), at.LinkBack(), kiosk=placed()).screen
    assert "reading" == play(at.Placed("adult"), kiosk=lost).screen


def test_a_screen_that_nobody_answers_ends_kindly_and_gives_the_check_in_back() -> None:
    late, effect = step(placed(), at.TimedOut())

    assert ("late", at.Leave("c1"), "") == (late.screen, effect, late.code)
    assert "forgotten" == play(at.TimedOut(), kiosk=replace(placed(), screen="done", finished=True)).screen
    assert at.Kiosk() == play(at.TimedOut())


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (at.Placed("adult"), "card-there"),
        (at.PinTyped("1234"), "not-now"),
        (at.PasscodeTyped("1"), "not-now"),
        (at.Pictured(b""), "not-now"),
        (at.Agreed(yes=True), "not-now"),
        (at.Consented(()), "not-now"),
        (at.FormChosen("paper"), "not-now"),
    ],
)
def test_what_has_no_place_on_a_screen_is_refused(event: at.Event, why: str) -> None:
    assert why == refusal(placed(), event)


def test_what_was_not_asked_cannot_be_agreed_to() -> None:
    kiosk = replace(placed(), screen="consents", asked=("drugs",))

    assert "unknown-consent" == refusal(kiosk, at.Consented(("operations",)))
    assert "no-card" == refusal(at.Kiosk(), at.Taken())


def test_every_screen_that_waits_for_people_ends_by_itself_or_by_taking_the_card() -> None:
    waiting = {screen for screen, event in TABLE if event in {at.Chosen, at.PinTyped, at.Pictured, at.Consented, at.Agreed}}

    assert {"look", "trouble"} == {screen for screen in waiting if (screen, at.TimedOut) not in TABLE}
