"""A check-in as a transcript: what happens, and what is to be done about it."""

import pytest

from madoguchi.replica.terminal import checkin as ci
from madoguchi.replica.terminal.machine import TABLE, step

CARD = ci.Identity("c", "s", "face", "card")
YES = ci.Consent(("drugs",), "paper")
GOOD = ci.Eligibility(validity="1", notices=("certificate-expiring",))
BEGUN = ci.CheckIn("1", ci.Switch("automatic", 4), "challenge")


def played(*events: ci.Event, begun: ci.CheckIn = BEGUN) -> list[ci.Effect]:
    """What is to be done after each event."""
    done = []
    for event in events:
        begun, effect = step(begun, event)
        done.append(effect)
    return done


def after(*events: ci.Event, begun: ci.CheckIn = BEGUN) -> ci.CheckIn:
    for event in events:
        begun, _ = step(begun, event)
    return begun


def test_a_check_in_by_face_from_the_permission_to_the_result() -> None:
    transcript = played(
        ci.Permission(4, "c"),
        ci.Permitted("p"),
        ci.Identified(4, CARD),
        ci.Found(CARD, GOOD),
        ci.Consented(4, YES),
        ci.Written("f.xml", YES),
    )

    assert [
        ci.AskPermission("c"),
        ci.Answer({"permission": "p"}),
        ci.AskEligibility(CARD),
        ci.Answer(
            {"registered": True, "notices": ["certificate-expiring"], "prescription": True, "consents": list(ci.CONSENTS)}
        ),
        ci.WriteResult(YES),
        ci.Answer({"notices": ["certificate-expiring"]}),
    ] == transcript


def test_a_repeated_question_has_the_same_answer_and_calls_nobody() -> None:
    done = after(ci.Identified(4, CARD), ci.Found(CARD, GOOD), ci.Consented(4, YES), ci.Written("f.xml", YES))

    assert played(ci.Consented(4, YES), begun=done) == [ci.Answer({"notices": ["certificate-expiring"]})]
    assert isinstance(played(ci.Identified(4, CARD), begun=done)[0], ci.Answer)
    assert played(ci.Consented(4, ci.Consent()), begun=done) == [ci.Refuse("other-consent")]


def test_a_card_that_is_not_registered_is_registered_and_asked_for_again() -> None:
    new = ci.Eligibility(registered=False)

    assert [
        ci.AskEligibility(CARD),
        ci.Answer({"registered": False, "notices": [], "prescription": False, "consents": []}),
        ci.Register(CARD),
        ci.Answer({"registered": True}),
    ] == played(ci.Identified(4, CARD), ci.Found(CARD, new), ci.Registration(4), ci.Registered(GOOD))


def test_who_is_still_unknown_after_registering_has_no_insurer() -> None:
    new = ci.Eligibility(registered=False)

    assert ci.Fail("insurer-unknown") == played(ci.Identified(4, CARD), ci.Found(CARD, new), ci.Registered(new))[-1]


@pytest.mark.parametrize("validity", sorted(ci.NOT_VALID))
def test_nobody_valid_is_written_down_at_once_and_failed(validity: str) -> None:
    nobody = ci.Eligibility(validity=validity)
    transcript = played(
        ci.Identified(4, CARD), ci.Found(CARD, nobody), ci.Written("f.xml", ci.Consent()), ci.Identified(4, CARD)
    )

    assert [ci.WriteResult(ci.Consent()), *[ci.Fail("no-valid-eligibility", written=True)] * 2] == transcript[1:]


@pytest.mark.parametrize(
    "event",
    [ci.Permission(5, "c"), ci.Identified(5, CARD), ci.Registration(5), ci.Consented(5, YES)],
    ids=lambda event: type(event).__name__,
)
def test_a_mode_that_was_switched_meanwhile_ends_the_check_in_and_keeps_nothing_of_it(event: ci.Event) -> None:
    gone, effect = step(after(ci.Identified(4, CARD), ci.Found(CARD, GOOD)), event)

    assert (ci.Fail("mode-changed"), None) == (effect, gone.identity)
    assert [ci.Fail("mode-changed")] == played(event, begun=gone)


def test_a_mode_that_is_switched_after_the_result_harms_nothing() -> None:
    done = after(ci.Identified(4, CARD), ci.Found(CARD, GOOD), ci.Consented(4, YES), ci.Written("f.xml", YES))

    assert isinstance(played(ci.Consented(9, YES), begun=done)[0], ci.Answer)


def test_in_visual_mode_only_a_visual_check_is_taken_and_in_automatic_mode_all_three() -> None:
    visual = ci.CheckIn("1", ci.Switch("visual", 4), "challenge")
    by_eye = ci.Identity("c", "s", "visual", "card")

    assert [ci.Fail("mode-changed"), ci.Fail("mode-changed")] == [
        *played(ci.Identified(4, CARD), begun=visual),
        *played(ci.Identified(4, ci.Identity("c", "s", "pin", "card")), begun=visual),
    ]
    assert [ci.AskEligibility(by_eye)] * 2 == [
        *played(ci.Identified(4, by_eye), begun=visual),
        *played(ci.Identified(4, by_eye)),
    ]


def test_a_card_that_is_taken_away_leaves_nothing() -> None:
    gone = after(ci.Identified(4, CARD), ci.Found(CARD, GOOD), ci.Withdrawn())

    assert (None, None, "gone") == (gone.identity, gone.eligibility, gone.phase)
    assert [ci.Refuse("out-of-order")] == played(ci.Consented(4, YES), begun=gone)


@pytest.mark.parametrize("phase", ["open", "unregistered", "identified", "done", "gone"])
@pytest.mark.parametrize(
    "event",
    [
        ci.Permission(4, "c"),
        ci.Permitted("p"),
        ci.Identified(4, CARD),
        ci.Found(CARD, GOOD),
        ci.Registration(4),
        ci.Registered(GOOD),
        ci.Consented(4, YES),
        ci.Written("f.xml", YES),
        ci.Withdrawn(),
    ],
    ids=lambda event: type(event).__name__,
)
def test_whatever_happens_whenever_is_decided(phase: ci.Phase, event: ci.Event) -> None:
    begun = ci.CheckIn("1", ci.Switch("automatic", 4), "challenge", phase)

    assert isinstance(step(begun, event)[1], ci.Refuse) or (phase, type(event)) in TABLE


def test_an_unknown_consent_is_refused() -> None:
    assert (
        ci.Refuse("unknown-consent")
        == played(ci.Identified(4, CARD), ci.Found(CARD, GOOD), ci.Consented(4, ci.Consent(("everything",))))[-1]
    )
