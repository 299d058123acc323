from io import BytesIO

from madoguchi.evidence.photo.pipe import receive, send


def test_messages_come_whole_and_in_order() -> None:
    line = BytesIO()
    for content in (b"one", b"", b"x" * 70_000):
        send(line, content)
    line.seek(0)

    assert [b"one", b"", b"x" * 70_000, None] == [receive(line) for _ in range(4)]


def test_a_message_cut_off_is_none() -> None:
    line = BytesIO()
    send(line, b"photo")

    assert receive(BytesIO(line.getvalue()[:-1])) is None
    assert receive(BytesIO(line.getvalue()[:2])) is None
