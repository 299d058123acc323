from madoguchi.records.requests import mark, same

KEY = b"k" * 32


def test_the_same_request_has_the_same_mark_and_another_has_another() -> None:
    first = mark(KEY, "key", "架空　花子", "Tanaka")

    assert same(first, mark(KEY, "key", "架空　花子", "Tanaka"))
    assert not same(first, mark(KEY, "key", "架空　太郎", "Tanaka"))


def test_what_is_asked_cannot_be_guessed_without_the_requests_own_key() -> None:
    assert mark(KEY, "key", "架空　花子") != mark(KEY, "another", "架空　花子")
    assert mark(KEY, "key", "架空　花子") != mark(b"j" * 32, "key", "架空　花子")


def test_nothing_of_the_request_can_be_read_in_the_mark() -> None:
    assert len(mark(KEY, "key", "a")) == len(mark(KEY, "key", "a" * 9999)) == 56
    assert int(mark(KEY, "key", "a"), 16)


def test_marks_of_two_keys_or_none_are_not_compared() -> None:
    assert same(mark(KEY, "key", "a"), mark(b"j" * 32, "key", "b"))
    assert same(None, mark(KEY, "key", "a"))
    assert same(mark(KEY, "key", "a"), None)
