"""Finds the codes that stand in a sentence, written or spoken, and leaves ages, rooms, prices and telephone numbers alone."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

import msgspec

_KATAKANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_KANJI_DIGITS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_LETTERS: Final = str.maketrans("oOlI|", "00111")
_NAMES: Final = {
    "ぜろ": "0", "れい": "0", "まる": "0", "いち": "1", "に": "2", "さん": "3", "よん": "4", "し": "4", "ご": "5", "ろく": "6",
    "なな": "7", "しち": "7", "はち": "8", "きゅう": "9", "きゅー": "9", "く": "9",
}  # fmt: skip
_NAME: Final = "|".join(sorted(_NAMES, key=len, reverse=True))

_SPOKEN: Final = re.compile(
    r"(?<![ぁ-ん])(?:えらー|こーど|ばんごう)?(?:は|が|の)?"
    rf"((?:ぜろ|れい|まる|いち|きゅう|きゅー)(?:{_NAME}){{2}})(?=番|ばん|って|と|が|の|で|やっ|えら|\s|\u3001|\u3002|$)"
)
_KANJI: Final = re.compile(
    r"(?<![〇零一二三四五六七八九十百千])[〇零九一][〇零一二三四五六七八九]{2}(?![〇零一二三四五六七八九十百千年月日人円歳番])"
)
_MISTYPED: Final = re.compile(r"(?<![a-zA-Z0-9])(?=[oOlI|]*[0-9])[0-9oOlI|]{3}(?![a-zA-Z0-9])")

_BEFORE: Final = (
    r"(?:えらー|えらあ|こーど|error|err|code|código|codigo|erro|kode|mã|lỗi|错误|錯誤|代码|代碼|오류|코드|त्रुटि|รหัสข้อผิดพลาด)"
    r"(?:番号|ばんごう|number|no)?"
)
_AFTER: Final = (
    r"(?:番|ばん|号)?(?:って|と|が|とか|ゆうて|いうて|\u3001)?\s*"
    r"(?:の?えらー|の?こーど|出|でた|でて|でる|でま|でよ|表示|映|点|いわれ|言われ|何|なん|なに|どう|error|code|번)"
)
_NUMBER: Final = re.compile(r"(?<![0-9a-z.,:/¥￥\\+])(?<![0-9a-z]-)([0-9]{1,4})(?![0-9a-z]|[.,:/-][0-9])")
_UNIT: Final = re.compile(
    r"\s*(?:歳|才|さい|円|えん|人|名|年|月|日|時|分|秒|回|件|枚|台|度|号室|号車|頁|ぺーじ|階|丁目|番地|番目|番線|番出口|番窓口|番診|番さん"
    r"|番の(?:方|かた|患者|札|人|お客|診|部屋|窓口|薬|会計)|号(?!機)|さん|様|番を呼|番をお呼|から始ま|で始ま|局|番で(?:お待|待)|cm|mm|kg|mg|ml|g\b|%|点|個|本|箱|錠|袋|泊|万|割|桁|けた|倍"
    r"|ばい|hpa|mmhg|明)"
)
_NEAR: Final = re.compile(
    r"(?:内線|受付番号|受付の番号|整理券|番号札|部屋|病室|電話|でんわ|tel|血圧|血糖|体温|体重|身長|かるて|患者番号|患者id|郵便|〒|第"
    r"|room|ext|extension|phone|no\. of|bus|バス|系統|国道|号線|市外局番|受付|整理)\D{0,4}$"
)
_LETTERED: Final = re.compile(r"(?<![a-z0-9])([a-z]{1,4}-?[0-9]{2,5})(?![0-9a-z])")
_EDGE: Final = 14
"""So many characters before and behind a number are looked at."""


class Said(msgspec.Struct, frozen=True):
    """The codes of the reader in a sentence, in order.

    `codes` were said to be codes, `perhaps` are codes by their number alone, `strange`: a code was said that nobody knows.
    """

    codes: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    strange: bool = False


def said_codes(text: str, known: Collection[str]) -> Said:
    """The codes in a sentence.

    Args:
        text: what somebody typed or said.
        known: the codes that there are, three digits each.
    """
    plain = _digits(unicodedata.normalize("NFKC", text))
    found: dict[str, None] = {}
    perhaps: dict[str, None] = {}
    strange = False
    for match in _NUMBER.finditer(plain):
        code, sure = match[1], _is_told(plain, match)
        if _is_something_else(plain, match):
            continue
        if code.zfill(3) in known and sure:
            found[code.zfill(3)] = None
        elif code in known:
            perhaps[code] = None
        elif sure and len(code) >= 2:
            strange = True
    strange = strange or any(_is_told(plain, match) for match in _LETTERED.finditer(plain))
    return Said(tuple(found), tuple(perhaps), strange and not found)


def _digits(plain: str) -> str:
    """Digits for everything that stands for them: O11, l01, 〇一一, ゼロイチイチ."""
    folded = plain.casefold().translate(_KATAKANA)
    if len(folded) != len(plain):
        plain = folded
    shaped = _MISTYPED.sub(lambda found: found[0].translate(_LETTERS), plain).casefold().translate(_KATAKANA)
    shaped = _KANJI.sub(lambda found: found[0].translate(_KANJI_DIGITS), shaped)
    return _SPOKEN.sub(_spelled_out, shaped)


def _spelled_out(found: re.Match[str]) -> str:
    return found[0].replace(found[1], "".join(_NAMES[name] for name in re.findall(_NAME, found[1])))


def _is_told(plain: str, match: re.Match[str]) -> bool:
    """Whether words around a number say that it is a code, or nothing else was said."""
    before, after = plain[max(0, match.start() - _EDGE) : match.start()], plain[match.end() : match.end() + _EDGE]
    return bool(
        re.search(rf"{_BEFORE}\W{{0,3}}(?:は|が|の)?\W{{0,2}}$", before)
        or re.match(rf"\W{{0,2}}{_AFTER}", after)
        or re.search(r"[【\[〔]$", before)
        or not re.sub(r"[\W番]", "", plain[: match.start()] + plain[match.end() :])
    )


def _is_something_else(plain: str, match: re.Match[str]) -> bool:
    return bool(_UNIT.match(plain, match.end()) or _NEAR.search(plain[: match.start()]))
