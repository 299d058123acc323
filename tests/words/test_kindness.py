from pathlib import Path

import pytest

from madoguchi.words import kindness
from madoguchi.words.kindness import PATIENT_ENTRIES, PATIENT_LINES, STAFF_LINES, Unkind, rules, unkind
from madoguchi.words.translate import LANGUAGES, load_words, read_entries

KIND = {
    "ja": """
patient-x =
    .calm = { calm-no-hurry }
    .do = カードを一度取って、もう一度、機械に置いてください。
    .else = うまくいかないときは、受付の人がお手伝いします。
calm-no-hurry = だいじょうぶです。ゆっくりでいいですよ。
""",
    "ja-easy": """
patient-x =
    .calm = { calm-no-hurry }
    .do = いすに すわって、待[ま]ってください。
    .else = うまく いかないときは、受付[うけつけ]の 人[ひと]が 手伝[てつだ]います。
calm-no-hurry = だいじょうぶです。ゆっくりで いいですよ。
""",
    "en": """
patient-x =
    .calm = { calm-no-hurry }
    .do = Put your card on the machine.
    .else = If it does not work, our reception staff will help you.
calm-no-hurry = It's all right. Take your time.
""",
}


def judged(folder: Path, lang: str, text: str, file: str = "patient.ftl") -> list[tuple[str, str]]:
    """Rule and finding of everything unkind in one file."""
    (folder / lang).mkdir()
    (folder / lang / file).write_text(text, "utf-8")
    return [(found.rule, found.found) for found in unkind({lang: read_entries(lang, folder)})]


def found_in_package(names: set[str], *, staff: bool) -> list[Unkind]:
    entries = load_words().entries
    found = [each for each in unkind(entries) if each.rule in names]
    return [each for each in found if staff is not each.file.endswith("patient.ftl")]


@pytest.mark.parametrize("rule", [*PATIENT_ENTRIES, *PATIENT_LINES])
def test_every_message_a_patient_sees_is_kind_in_every_language(rule: kindness.EntryRule | kindness.LineRule) -> None:
    assert found_in_package({rule.__name__}, staff=False) == []


@pytest.mark.parametrize("rule", STAFF_LINES)
def test_every_message_staff_read_is_kind_too(rule: kindness.LineRule) -> None:
    assert found_in_package({rule.__name__}, staff=True) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_kind_message_passes_every_rule(tmp_path: Path, lang: str) -> None:
    assert judged(tmp_path, lang, KIND[lang]) == []


UNKIND_PATIENT_TEXTS = [
    # lang, what is kind, what stands there instead, the rule that must notice
    ("ja", "{ calm-no-hurry }", "カードを見ています。", "calm_first"),
    ("ja", "{ calm-no-hurry }", "{ calm-no-hurry }ただし、あとで。", "calm_first"),
    ("ja", ".else =", ".note =", "calm_first"),
    ("ja", ".calm =", ".note =", "calm_first"),
    ("ja", "カードを一度取って", "{ $name }さん、カードを一度取って", "nothing_personal"),
    ("ja", "置いてください。", "置いてください。番号を入れてください。", "one_action"),
    ("ja", "置いてください。", "置きます。", "one_action"),
    ("ja", "受付の人がお手伝いします。", "受付の人に聞いてください。紙を書いてください。", "one_action"),
    ("ja", "ゆっくりでいいですよ", "早くしてください", "one_action"),
    ("ja", "受付の人がお手伝いします", "また来ます", "way_out"),
    ("ja", "もう一度、", "間違えたので、もう一度、", "no_blame"),
    ("ja", "もう一度、", "このカードは使えませんので、", "no_blame"),
    ("ja", "うまくいかないときは", "あと1回しかできないときは", "no_blame"),
    ("ja", "お手伝いします", "すぐ直します", "no_blame"),
    ("ja-easy", "待[ま]って", "まちがえた ので 待[ま]って", "no_blame"),
    ("ja-easy", "待[ま]って", "失[しっ]敗[ぱい]したので、待[ま]って", "no_blame"),
    ("ja", "うまくいかないときは", "置かないと受付ができません。うまくいかないときは", "untangled"),
    ("ja", "うまくいかないときは", "うまくいかない場合があります。", "untangled"),
    ("ja", "カードを一度取って", "カードやスマートフォンや紙を一度ぜんぶ取ってから落ち着いて待ち、そのあと", "short"),
    ("ja-easy", "いすに すわって", "そこに ある いすに ゆっくり すわって、テレビを 見[み]ながら、しばらく", "short"),
    ("ja", "カードを一度取って", "電子証明書を見るため", "no_jargon"),
    ("ja", "カードを一度取って", "資格確認書を出して", "no_jargon"),
    ("ja", "お手伝いします。", "お手伝いする。", "polite"),
    ("ja", "置いてください", "ご設置ください", "polite"),
    ("ja-easy", "待[ま]って", "待って", "read_kanji"),
    ("ja", "機械に", "機械[きかい]に", "read_kanji"),
    ("ja-easy", "いすに すわって、待[ま]ってください", "いすにゆっくりすわって待[ま]ってください", "spaced"),
    ("ja", "もう一度、", "あと二回、", "digits"),
    ("ja", "もう一度、", "あと２回、", "digits"),
    ("ja", "カードを一度取って、もう一度、機械に置いて", "4けたの暗証番号を、受付の人に言って", "secret_unspoken"),
    ("en", "Put your card on the machine.", "Put your card on the machine. Wait for the light.", "one_action"),
    ("en", "Put your card on the machine.", "Your card goes on the machine.", "one_action"),
    ("en", "our reception staff will help you", "it is over", "way_out"),
    ("en", "If it does not work", "If your card is invalid", "no_blame"),
    ("en", "If it does not work", "If you cannot do it", "no_blame"),
    ("en", "If it does not work", "If it stops, hangs, etc", "untangled"),
    ("en", "on the machine", "on the grey machine that you can see standing there in front of you on the desk", "short"),
    ("en", "on the machine", "for authentication", "no_jargon"),
    ("en", "Put your card on the machine", "Tell us your secret number", "secret_unspoken"),
]


@pytest.mark.parametrize(("lang", "kind", "instead", "rule"), UNKIND_PATIENT_TEXTS)
def test_an_unkind_patient_text_is_noticed(tmp_path: Path, lang: str, kind: str, instead: str, rule: str) -> None:
    assert kind in KIND[lang]
    assert rule in {name for name, _ in judged(tmp_path, lang, KIND[lang].replace(kind, instead))}


UNKIND_STAFF_TEXTS = [
    ("ja", "step-x = 差し直す\n    .how = 患者さんの間違いです。\n", "no_blame_of_patients"),
    ("ja", "step-x = 差し直す\n    .how = 患者に待ってもらいます。\n", "no_blame_of_patients"),
    ("en", "step-x = Try again\n    .how = It is the patient's fault.\n", "no_blame_of_patients"),
    ("ja", "step-x = リーダーと端末の電源を順番に切ってからもう一度入れ直す\n", "short_title"),
    ("en", "step-x = Switch the reader and the terminal off and on again in the right order\n", "short_title"),
    ("ja", "step-x = 読取機を見る\n", "same_word"),
    ("ja", "step-x = マイナカードを見る\n", "same_word"),
    ("ja", "step-x = 資格証明書を見る\n", "same_word"),
    ("ja", "step-x = PINを入れる\n", "same_word"),
    ("ja", "step-x = 端末[たんまつ]を見る\n", "read_kanji"),
]


@pytest.mark.parametrize(("lang", "text", "rule"), UNKIND_STAFF_TEXTS)
def test_an_unkind_staff_text_is_noticed(tmp_path: Path, lang: str, text: str, rule: str) -> None:
    assert rule in {name for name, _ in judged(tmp_path, lang, text, "steps-x.ftl")}


def test_every_rule_is_proven_on_something_unkind() -> None:
    proven = {case[3] for case in UNKIND_PATIENT_TEXTS} | {case[2] for case in UNKIND_STAFF_TEXTS}
    assert proven == {rule.__name__ for rule in (*PATIENT_ENTRIES, *PATIENT_LINES, *STAFF_LINES)}


def test_an_official_name_may_hold_a_word_we_do_not_use(tmp_path: Path) -> None:
    assert judged(tmp_path, "ja", "problem-906 =\n    .name = 顔認証装置の予期せぬ設定処理エラー\n", "codes-x.ftl") == []


@pytest.mark.parametrize("word", sorted(rules()["same-word"]["ja"]))
def test_the_word_we_use_is_not_among_those_we_do_not(tmp_path: Path, word: str) -> None:
    assert judged(tmp_path, "ja", f"step-x = {word}を見る\n", "steps-x.ftl") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_approved_calm_lines_are_written(lang: str) -> None:
    assert [name for name in rules()["patient"]["calm"] if not load_words().has(name, lang)] == []


PATIENT_TEXTS = (
    *("try-again", "out-of-case", "right-card", "enter-pin", "face-again", "start-over", "wait", "staff-looks"),
    *("show-paper", "write-four", "fill-form", "together", "take-card", "use-phone", "done", "welcome"),
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", PATIENT_TEXTS)
def test_every_patient_text_has_its_three_lines(text: str, lang: str) -> None:
    assert [part for part in ("calm", "do", "else") if not load_words().has(f"patient-{text}.{part}", lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tries_left_are_something_we_keep(lang: str) -> None:
    words = load_words()
    one, unknown = (words.text("patient-staff-looks.note", lang, tries=tries) for tries in (1, ""))
    assert ("1" in one, "1" in unknown) == (True, False)


@pytest.mark.parametrize(
    ("facility", "care"), [("medical", "診察"), ("hospital", "診察"), ("dental", "治療"), ("pharmacy", "お薬")]
)
def test_the_calm_line_speaks_of_what_this_house_does(facility: str, care: str) -> None:
    assert care in load_words().text("patient-wait.calm", "ja", facility=facility)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_waiting_claims_nothing_about_card_or_machine_by_itself(lang: str) -> None:
    words = load_words()
    said = "".join(words.text(f"patient-wait.{part}", lang) for part in ("calm", "do", "note", "else"))
    assert [words.text(f"patient-{claim}", lang) in said for claim in ("card-is-fine", "machine-being-mended")] == [
        False,
        False,
    ]
