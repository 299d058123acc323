from madoguchi.evidence.probes.card_reader.sequence import BEYOND, TWELVE, read


def test_a_look_is_twelve_commands() -> None:
    assert 12 == len(TWELVE)


def test_they_are_these() -> None:
    jpki, face, text = "D392F000260100000001", "D3921000310001010402", "D3921000310001010408"
    expected = [
        *(f"00A4040C0A{jpki}", f"00A4040C0A{face}", f"00A4040C0A{text}"),
        *(f"00A4040C0A{jpki}", "00A4020C020018", "00200080"),
        *(f"00A4040C0A{face}", "00A4020C020012", "00200080"),
        *(f"00A4040C0A{jpki}", "00A4020C02000A", "00B0000004"),
    ]

    assert expected == [ask.command.hex().upper() for ask in TWELVE]


def test_what_is_asked_beyond_is_a_label_and_which_certificates_there_are() -> None:
    assert ["token-file", "token", "present-file", "present"] == [ask.name for ask in BEYOND]


def test_a_command_waits_for_the_one_it_needs() -> None:
    names = [ask.name for ask in (*TWELVE, *BEYOND)]

    assert all(names.index(ask.after) < names.index(ask.name) for ask in (*TWELVE, *BEYOND) if ask.after)


def test_a_piece_is_read_by_its_place_and_size() -> None:
    assert bytes.fromhex("00B0010000") == read(256, 256)
    assert bytes.fromhex("00B003C007") == read(960, 7)
