"""A drill as a person goes through it: the kiosk, the desk, a few presses, and looking back."""

import httpx

from madoguchi.rehearsal.app import Drill
from madoguchi.rehearsal.exercise import drill
from madoguchi.replica.supervisor import all_faults
from madoguchi.words.translate import load_words

PATIENT = ({"do": "place_card", "persona": "adult"}, {"do": "choose", "method": "pin"})


def test_a_person_finds_the_code_does_what_helps_and_is_told_kindly() -> None:
    seen: dict[str, object] = {}

    def meet(going: Drill, page: str) -> None:
        with httpx.Client(timeout=30, trust_env=False, follow_redirects=True) as browser:
            for hand in PATIENT:
                shown = browser.post(f"{going.kiosk}/hands", json=hand).json()
            seen["code"] = browser.get(f"{going.kiosk}/kiosk").json()["code"] or shown["screen"]
            seen["desk"] = browser.post(going.desk.replace("/practice", "/report"), data={"text": "012", "practice": "1"}).text
            for step in ("go-other-proof", "choose-new-certificate"):
                browser.post(f"{page}/act", data={"step": step})
            seen["end"] = browser.post(f"{page}/done").text

    words = load_words()
    told = drill(all_faults()["terminal.old_certificate_chosen"], 7, words, "en", meet)

    assert "012" == seen["code"]
    assert "012" in str(seen["desk"])
    assert told is not None
    assert told.over
    assert words.text("cause-terminal-old_certificate_chosen", "en") in str(seen["end"])
