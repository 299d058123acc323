"""Three wrong PINs by an unmodified program lock the card, and every other program sees it."""

from typing import Final

from tests.clients.stack import Stack, module

RIGHT: Final = "1234"


def test_three_wrong_pins_lock_the_card_and_the_desk_says_004(stack: Stack) -> None:
    with stack.card("adult"):
        _lock(stack)


def _lock(stack: Stack) -> None:
    login = ("pkcs11-tool", "--module", module(), "--slot-index", "0", "--login", "--pin")
    told = [stack.run(*login, wrong, "--list-objects").all for wrong in ("0000", "1111", "2222")]
    right = stack.run(*login, RIGHT, "--list-objects")

    assert ["CKR_PIN_INCORRECT" in said for said in told[:2]] == [True, True]
    assert (right.status, "C_Login failed" in right.all) == (1, True)
    assert "user PIN locked" in stack.run("pkcs11-tool", "--module", module(), "--list-slots").out
    assert "Tries left     : 0" in stack.run("pkcs15-tool", "--dump").out
    found = stack.madoguchi("card", "--json")
    assert ('"code": "004"' in found.out, '"pin": 0' in found.out, found.status) == (True, True, 1)
