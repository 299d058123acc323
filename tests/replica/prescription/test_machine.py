import pytest

from madoguchi.replica.prescription.machine import Chosen, Keep, Refuse, step


@pytest.mark.parametrize(
    ("kept", "event", "effect"),
    [
        (None, Chosen("t", "paper"), Keep("t", "paper")),
        ("paper", Chosen("t", "paper"), None),
        ("paper", Chosen("t", "electronic"), Refuse("other-form-before")),
        (None, Chosen("t", "stone"), Refuse("unknown-form")),
        (None, Chosen("", "paper"), Refuse("no-ticket")),
        (None, Chosen("t" * 65, "paper"), Refuse("no-ticket")),
    ],
)
def test_a_form_is_taken_once_for_each_check_in(kept: str | None, event: Chosen, effect: Keep | Refuse | None) -> None:
    assert effect == step(kept, event)
