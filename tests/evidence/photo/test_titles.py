import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue, Reader
from madoguchi.evidence.photo.titles import bare, nearness, titles, without_code
from madoguchi.words.translate import load_words

KNOWN = titles(load_catalogue(), load_words())


def nearest(*lines: str) -> tuple[str, float]:
    near = nearness(lines, KNOWN)
    code = max(near, key=lambda one: near[one])
    return code, near[code]


def test_every_code_has_its_title() -> None:
    assert {one for one in load_catalogue().problems if one.isdigit()} == {title.code for title in KNOWN}


def test_no_two_titles_are_the_same() -> None:
    assert len(KNOWN) == len({title.bare for title in KNOWN})


@pytest.mark.parametrize(
    "form", ["【{code}】{title}", "【{code}:{title}】", "エラーコード：{code} {title}", "{title}(エラー{code})"]
)
@pytest.mark.parametrize("known", KNOWN, ids=lambda title: title.code)
def test_a_title_is_known_beside_its_number_however_it_is_written(form: str, known: object) -> None:
    code, text = known.code, known.text  # type: ignore[attr-defined]

    assert (code, 100.0) == nearest(form.format(code=code, title=text))


def test_a_title_that_breaks_into_two_lines_is_put_together() -> None:
    assert ("903", 100.0) == nearest("エラー903", "オンライン資格確認等シス", "テムの電子証明書エラー")


def test_signs_that_look_alike_are_the_same() -> None:
    assert bare("ネットワークエラー") == bare("ネツトワ一ク工ラ一")


def test_an_instruction_that_contains_the_words_of_a_title_is_not_the_title() -> None:
    assert nearest("マイナンバーカードを置いてください")[1] < 75
    assert nearest("暗証番号を入力してください")[1] < 75
    assert nearest("マイナンバーカードを取り外しで")[1] < 60


def test_the_wording_of_a_single_maker_counts_too() -> None:
    catalogue = load_catalogue()
    reader = Reader("m", "r", (), wordings={"008": ("本体とつながりません",)})
    own = Catalogue(**{**{f: getattr(catalogue, f) for f in catalogue.__struct_fields__}, "readers": {"r": reader}})

    near = nearness(["本体とつながりません"], titles(own, load_words()))
    assert near["008"] == 100.0


def test_a_number_is_taken_out_of_a_line() -> None:
    assert "受付 の方" == " ".join(without_code("受付【101】の方").split())
