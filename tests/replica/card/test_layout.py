"""The tables of applications and kinds hold together."""

import pytest

from madoguchi.replica.card.layout import ApplicationPlace, kinds, places
from madoguchi.replica.card.records import HOLDS
from madoguchi.wire.card.applications import Application, CommonFile, FaceFile, JpkiFile


def test_every_kind_names_applications_that_there_are() -> None:
    assert [] == [name for kind in kinds().values() for name in kind.applications if name not in places()]


def test_every_content_can_be_made() -> None:
    named = {file.holds for place in places().values() for file in place.file}
    named |= {one for place in places().values() for record in place.record for one in record.holds}
    named |= {one for place in places().values() for one in place.objects.values()}

    assert set(HOLDS) | {"atr"} == named


@pytest.mark.parametrize("place", places().values(), ids=lambda place: place.id)
def test_whatever_guards_a_file_is_a_secret_of_the_same_application(place: ApplicationPlace) -> None:
    known = {secret.id for secret in place.secret}
    guards = [file.opens for file in place.file] + [file.opens for file in place.record] + [key.opens for key in place.key]
    guarding = {one for opens in guards for one in opens or ()}

    assert set() == guarding - known


@pytest.mark.parametrize("place", places().values(), ids=lambda place: place.id)
def test_no_two_files_of_an_application_have_one_name(place: ApplicationPlace) -> None:
    ids = [*place.other, *(file.id for file in place.file), *(file.id for file in place.record)]
    ids += [*(secret.id for secret in place.secret), *(key.id for key in place.key)]

    assert len(ids) == len(set(ids))


def test_what_a_desk_may_name_is_there() -> None:
    places_by_aid = {place.aid: place for place in places().values()}
    named = {Application.JPKI: JpkiFile, Application.FACE: FaceFile, Application.COMMON: CommonFile}
    missing = []
    for application, files in named.items():
        place = places_by_aid[application.aid.hex().upper()]
        there = {file.id for file in place.file} | {file.id for file in place.record} | {secret.id for secret in place.secret}
        missing += [file for file in files if file not in there]

    assert ([], True) == (missing, Application.TEXT.aid.hex().upper() in places_by_aid)
