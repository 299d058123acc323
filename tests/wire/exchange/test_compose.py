from madoguchi.wire.exchange.compose import children
from madoguchi.wire.exchange.messages import message_table


def test_elements_stand_in_the_order_of_the_table_and_strangers_come_last() -> None:
    values = {"Unheard": "x", "Name": "架空　花子", "Sex2": "", "InsurerNumber": "  990019"}

    assert [("InsurerNumber", "  990019"), ("Name", "架空　花子"), ("Unheard", "x")] == children(
        message_table().qualification, values
    )


def test_a_slash_leads_into_a_group() -> None:
    values = {"ElderlyRecipientCertificateInfo/ElderlyRecipientCertificateDate": "20250401", "Name": "架空"}

    assert [
        ("Name", "架空"),
        ("ElderlyRecipientCertificateInfo", [("ElderlyRecipientCertificateDate", "20250401")]),
    ] == children(message_table().qualification, values)
