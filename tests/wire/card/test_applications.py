"""What a desk may name on a card, and above all what it may not."""

from madoguchi.wire.card import applications
from madoguchi.wire.card.applications import Application, CommonFile, FaceFile, JpkiFile, OtherCard


def test_an_application_prints_its_name() -> None:
    assert "JPKI D392F000260100000001" == str(Application.JPKI)


def test_every_name_is_one_that_a_card_can_have() -> None:
    assert [] == [one for one in (*Application, *OtherCard) if not 5 <= len(one.aid) <= 16]


def test_no_file_that_leads_to_my_number_or_to_a_signature_can_be_named() -> None:
    told = {
        "JpkiFile": {0x0006, 0x0008, 0x000A, 0x000B, 0x0018},
        "FaceFile": {0x0012},
        "CommonFile": {0x0001},
    }
    named = {files.__name__: {int(file) for file in files} for files in (JpkiFile, FaceFile, CommonFile)}

    assert (told, False) == (named, hasattr(applications, "TextFile"))
