import pytest

from madoguchi.desk.field_trouble import FieldTrouble
from madoguchi.words.translate import load_words


def test_a_trouble_carries_the_sentence_to_show_beside_its_field() -> None:
    with pytest.raises(FieldTrouble) as trouble:
        raise FieldTrouble("settings-bad-host")

    assert "名前:ポート" in load_words().text(str(trouble.value), "ja")
