"""A code as people write it: ３番, エラー11, 【011】, E-12."""

import re
import unicodedata

LONGEST = 40
"""Nobody writes a code in more characters than this."""

_CODE = re.compile(r"[A-Za-z]{0,4}-?[0-9]{1,6}")
_AROUND = re.compile(r"^(?:エラー|コード|番号|第|error|code|no\.?(?=\s*[0-9]))|(?:エラー|コード|番号?|号)$", re.IGNORECASE)
_EDGES = " \t\r\n\u3000[](){}<>「」『』【】〔〕《》〈〉\"'“”‘’#:.、。,!?"
_WIDTH = 3


def parse_code(text: str) -> str | None:
    """The code that a text is, or None where it is anything else.

    Digits alone are filled up to three, as the reader shows them; a code with letters stays as it was typed. Whether
    anybody knows the code is not asked here.
    """
    if len(text) > LONGEST:
        return None
    left, bare = "", unicodedata.normalize("NFKC", text)
    while left != bare:
        left, bare = bare, _AROUND.sub("", bare.strip(_EDGES))
    if _CODE.fullmatch(bare) is None:
        return None
    return bare.zfill(_WIDTH) if bare.isdigit() else bare
