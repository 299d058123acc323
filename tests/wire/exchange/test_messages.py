"""The tables of elements are whole: known types, known groups, each element once."""

from madoguchi.wire.exchange.messages import known_tags, message_table, shown_by
from madoguchi.wire.exchange.tables import code_tables

TYPES = {"text", "digits", "date", "time", "month", "percent", "kana", "padded", "flag"}


def test_every_type_is_a_plain_one_or_a_code_table() -> None:
    table = message_table()
    rows = (*table.request_header, *table.search, *table.header, *table.body, *table.qualification)

    assert {row.type for row in rows} - TYPES <= set(code_tables())


def test_no_element_stands_twice_in_a_part() -> None:
    table = message_table()
    for part in (table.request_header, table.search, table.header, table.body, table.qualification):
        assert len({row.name for row in part}) == len(part)


def test_groups_and_the_misspelt_tag_of_the_real_layout_are_known() -> None:
    assert {"ElderlyRecipientCertificateInfo", "MedicalTicketInfo", "StatusOfInfecton", "ResultList"} <= known_tags()


def test_a_black_dot_is_told_by_what_it_concerns() -> None:
    assert (shown_by()["Name"], shown_by()["Address"], shown_by()["IssueNumber"]) == ("name", "address", "other")
