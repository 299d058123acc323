from madoguchi.desk import moments
from madoguchi.guide.session import VERIFIES_WITHIN
from madoguchi.records.recurrence import WINDOW


def test_the_desk_and_the_rooms_below_it_mean_the_same_durations() -> None:
    assert moments.VERIFIES == VERIFIES_WITHIN
    assert moments.RECURS == WINDOW


def test_a_screen_forgets_before_the_records_do() -> None:
    assert moments.NOTICE < moments.DONE < moments.UNTOUCHED < moments.JOINS < moments.ABANDONED
