from madoguchi.desk.drawn import MOST, Drawn


def test_a_page_is_given_again_while_it_was_drawn_from_the_same() -> None:
    drawn = Drawn()
    drawn.keep("1", (9, "ja"), b"page")

    assert drawn.get("1", (9, "ja")) == b"page"
    assert drawn.get("1", (10, "ja")) is None
    assert drawn.get("2", (9, "ja")) is None


def test_names_made_up_without_end_do_not_fill_the_memory() -> None:
    drawn = Drawn()
    for desk in range(MOST + 1):
        drawn.keep(str(desk), 9, b"page")

    assert drawn.get("0", 9) is None
    assert drawn.get(str(MOST), 9) == b"page"
