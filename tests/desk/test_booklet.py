import re
from typing import Any

import pytest
from lxml import html

from madoguchi.base.settings import ContactSetting, Settings, save_settings
from madoguchi.desk.booklet import booklet, offline

Desk = Any


def the_file(desk: Desk, lang: str = "ja") -> str:
    context = desk.context
    return offline(context.around(lang), lambda problem: context.policies.path(problem, "normal"), context.templates)


@pytest.mark.parametrize("page", ["/booklet", "/booklet.html"])
def test_every_code_and_topic_has_its_block_and_stands_in_the_list(desk: Desk, page: str) -> None:
    tree: Any = html.fromstring(desk.client.get(page).content)

    problems = set(desk.context.catalogue.problems)
    assert problems == {block.get("id").removeprefix("p-") for block in tree.iter("article")}
    listed = {link.get("href")[3:] for link in tree.iter("a") if (link.get("href") or "").startswith("#p-")}
    assert problems == listed


def test_the_list_comes_first(desk: Desk) -> None:
    text = the_file(desk)

    assert text.index('id="list"') < text.index("<article")


def test_the_file_needs_nothing_from_elsewhere(desk: Desk) -> None:
    tree: Any = html.fromstring(the_file(desk).encode())

    assert not list(tree.iter("link", "img", "iframe", "form", "object"))
    assert ["application/json", None] == [script.get("type") for script in tree.iter("script")]
    code = tree.xpath("//script[not(@type)]")[0].text
    assert not [way for way in ("fetch(", "XMLHttpRequest", "WebSocket", "import(", "eval(", "http:", "https:") if way in code]
    assert not [element for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "src"]
    assert all(link.get("href").startswith("#") for link in tree.iter("a"))
    styles = "".join(style.text or "" for style in tree.iter("style"))
    assert "url(" not in styles
    assert "@import" not in styles


def test_every_link_inside_the_file_leads_somewhere(desk: Desk) -> None:
    tree: Any = html.fromstring(the_file(desk).encode())

    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in tree.iter("a")} <= set(ids)


def test_a_block_says_what_to_do_whom_to_call_and_what_the_patient_is_told(desk: Desk) -> None:
    tree: Any = html.fromstring(the_file(desk).encode())

    (block,) = [article for article in tree.iter("article") if article.get("id") == "p-011"]
    told = desk.context.answer("011")
    text = " ".join(block.itertext())
    assert all(step.text in text for step in told.steps)
    assert all(way.text in text for way in told.ways)
    assert "0800-080-4583" in text
    assert "月〜金 08:00-18:00" in text
    assert told.patient["ja"].do in text
    assert told.patient["en"].do in text


def test_easy_japanese_carries_real_readings(desk: Desk) -> None:
    text = the_file(desk)

    assert "<ruby>" in text
    assert not re.search(r"[一-龠]\[[ぁ-ん]+\]", text)


def test_the_facility_finds_its_own_name_and_numbers(desk: Desk) -> None:
    vendor = ContactSetting(name="みほん医療システム", phone="03-0000-0000", contract="A-17")
    save_settings(desk.context.data, Settings(facility_name="みほん内科", contacts={"vendor": vendor}))

    text = the_file(desk)
    assert all(known in text for known in ("みほん内科", "みほん医療システム", "03-0000-0000", "A-17"))


def test_a_name_cannot_become_markup(desk: Desk) -> None:
    save_settings(desk.context.data, Settings(facility_name="<script>alert(1)</script>"))

    assert "<script>alert" not in the_file(desk)


def test_it_comes_in_english_too(desk: Desk) -> None:
    text = the_file(desk, "en")

    assert '<html lang="en">' in text
    assert "The reception booklet" in text


def test_codes_come_before_topics_in_order(desk: Desk) -> None:
    book = booklet(desk.context.around(), lambda _problem: ())

    codes = [sheet.answer.code for sheet in book.codes]
    assert codes == sorted(codes)
    assert len(codes) == 27
    assert all(not sheet.answer.code.isdigit() for sheet in book.topics)
