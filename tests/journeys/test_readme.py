"""The screenshots of the README, from a running desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import WIDE
from tests.journeys.test_story import ask

pytestmark = pytest.mark.browser


def take(page: Page, path: Path) -> None:
    page.screenshot(path=path)

    assert path.stat().st_size > 10_000


@pytest.mark.parametrize("code", ["003", "011"])
def test_staff_and_patient_side_by_side(tablet: Page, second: Page, pictures: Path, code: str) -> None:
    second.goto("/patient?desk=1")
    tablet.goto("/")
    ask(tablet, code)
    expect(tablet.locator(".code")).to_have_text(code)
    expect(second.locator(".mark")).to_have_text(code)

    take(tablet, pictures / f"staff-{code}.png")
    take(second, pictures / f"patient-{code}.png")


def test_the_idle_desk_and_practice(tablet: Page, pictures: Path) -> None:
    tablet.goto("/")
    take(tablet, pictures / "staff-idle.png")
    tablet.goto("/practice")
    take(tablet, pictures / "practice.png")
    tablet.set_viewport_size(WIDE)
    tablet.goto("/")
    ask(tablet, "011")
    expect(tablet.locator(".code")).to_have_text("011")
    take(tablet, pictures / "staff-011-wide.png")
