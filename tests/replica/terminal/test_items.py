"""The emergency lookup at the terminal, through the real line and centre."""

from collections.abc import Iterator

import pytest

from madoguchi.replica.centre.people import holders
from tests.replica.whole import Whole, whole


@pytest.fixture(name="up", scope="module")
def _up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with whole(tmp_path_factory.mktemp("items") / "w") as up:
        yield up


def asked(up: Whole) -> dict[str, str]:
    person = next(one for one in holders(up.world.began.date()) if one.id == "adult")
    return {"name": person.name, "born": person.born, "sex": person.sex, "address": person.address}


def test_it_is_closed_until_the_call_centre_opened_it_and_closes_again(up: Whole) -> None:
    url = up.world.url("terminal")
    items = asked(up)
    before = up.client.post(f"{url}/four-items.json", json=items)
    up.links.do("open_emergency")
    during = up.client.post(f"{url}/four-items.json", json=items)
    up.links.do("close_emergency")
    after = up.client.post(f"{url}/four-items.json", json=items)

    assert (403, {"refused": "not-open"}) == (before.status_code, before.json())
    assert (200, "1", items["name"]) == (during.status_code, during.json()["validity"], during.json()["results"][0]["Name"])
    assert 403 == after.status_code


@pytest.mark.parametrize(
    ("lang", "closed", "found"), [("ja", "いまは閉じています", "1人見つかりました"), ("en", "closed", "One person")]
)
def test_staff_see_on_the_page_whether_it_is_open_and_who_was_found(up: Whole, lang: str, closed: str, found: str) -> None:
    url = f"{up.world.url('terminal')}/four-items"
    before = up.client.post(url, data=asked(up) | {"lang": lang}).text
    up.links.do("open_emergency")
    during = up.client.post(url, data=asked(up) | {"lang": lang}).text
    nobody = up.client.post(url, data=asked(up) | {"lang": lang, "address": "elsewhere"}).text
    up.links.do("close_emergency")

    assert closed in before
    assert found in during
    assert asked(up)["name"] not in before + nobody


def test_a_line_that_is_cut_is_told_as_its_code(up: Whole) -> None:
    up.links.do("open_emergency")
    up.links.turn("line.names_lost", on=True)
    cut = up.client.post(f"{up.world.url('terminal')}/four-items.json", json=asked(up))
    up.links.turn("line.names_lost", on=False)
    up.links.do("close_emergency")

    assert (409, "011") == (cut.status_code, cut.json()["code"])
