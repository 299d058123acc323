"""Invented screens and photos of them, drawn when they are needed: no picture of a real reader is kept or was used."""

import random
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from madoguchi.catalogue.load import load_catalogue
from madoguchi.words.translate import load_words

NOTO = Path("/usr/share/fonts/opentype/noto")
IPA = Path("/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf")
FONTS = (
    (NOTO / "NotoSansCJK-Regular.ttc", 0),
    (NOTO / "NotoSansCJK-Bold.ttc", 0),
    (NOTO / "NotoSerifCJK-Bold.ttc", 0),
    (IPA, 0),
)
"""Debian's fonts-noto-cjk and fonts-ipafont-gothic; face 0 of the collections is the Japanese one."""

THEMES = (
    ("#ffffff", "#1a1a1a", "#c62828"),
    ("#0b2a5b", "#ffffff", "#ffd54f"),
    ("#eef4ef", "#143d1f", "#0a5c2b"),
    ("#202124", "#e8eaed", "#ff8a80"),
    ("#fff8e1", "#3e2723", "#bf360c"),
)
"""Ground, writing, accent."""

SIZES = ((1024, 600), (800, 480), (1280, 800), (800, 1280))
WRITTEN = (
    "【{code}】\n{name}",
    "【{code}】{name}",
    "【{code}:{name}】",
    "エラーコード：{code}\n{name}",
    "エラー {code}\n{name}",
    "{name}\n（エラーコード {code}）",
)
"""Ways to write the code."""

BODIES = (
    "受付を中断しました。\n窓口の係員にお声がけください。",
    "もう一度はじめからやり直してください。\n続くときは係員をお呼びください。",
    "マイナンバーカードを取り外して\nしばらくお待ちください。",
    "処理を続けられません。\n画面の番号を係員にお伝えください。",
)
BUTTONS = ("終了", "やり直す", "確認", "戻る")

ORDINARY = (
    "マイナンバーカードを\n置いてください",
    "暗証番号を入力してください\n● ● ● ●",
    "本人確認の方法を\n選択してください\n顔認証　　暗証番号",
    "過去の診療情報の提供に\n同意しますか\n同意する　同意しない",
    "顔を枠の中に入れてください",
    "受付が完了しました\nカードを取り外してください",
    "保険者番号を確認しています\nしばらくお待ちください",
    "ただいま準備中です\nネットワークに接続しています",
    "限度額情報の提供に\n同意しますか",
    "電子処方箋を選択しますか\n紙の処方箋　電子処方箋",
)
DEVICES = (
    "プリンター\nエラーコード：101\n用紙がなくなりました",
    "エラー E-003\nトナーカートリッジを\n交換してください",
    "【001】\nルーターの更新があります",
    "血圧計\nErr 102\n腕帯を巻き直してください",
    "券売機 エラー 901\n釣銭が不足しています",
    "自動精算機\nエラーコード 011\n紙幣がつまりました",
    "複合機 【013】\nスキャナーのカバーを\n閉じてください",
    "FAX 通信エラー\nNo. 017",
    "エアコン 点検表示 E 950",
    "【018】\n未登録のエラーです",
    "エラーコード：999\n予期しないエラー",
)
QUEUES = (
    "【{n}】番の方\n診察室へお入りください",
    "{n}番のかた\n会計へどうぞ",
    "お呼び出し番号\n{n}",
    "受付番号【{n}】\nお薬ができました",
    "ただいまの番号 {n}\n待ち人数 3人",
)


class Shot(NamedTuple):
    """One picture: its kind, the code it shows (empty where it shows none of ours), how bad it is (0 to 3), its bytes."""

    kind: str
    code: str
    severity: int
    content: bytes


def codes() -> tuple[str, ...]:
    """The 27."""
    return tuple(sorted(one for one in load_catalogue().problems if one.isdigit()))


def title(code: str) -> str:
    """What the reader writes beside a code."""
    return load_words().text(f"problem-{code}.name", "ja")


def error_screen(code: str, dice: random.Random) -> Image.Image:
    """A screen with one of our codes."""
    written = dice.choice(WRITTEN).format(code=code, name=title(code))
    return drawn(written, dice.choice(BODIES), dice)


def ordinary_screen(dice: random.Random) -> Image.Image:
    """A screen of a reader on which nothing is wrong."""
    return drawn(dice.choice(ORDINARY), "", dice)


def device_screen(dice: random.Random) -> Image.Image:
    """Another device, or a code nobody knows."""
    return drawn(dice.choice(DEVICES), dice.choice(("", *BODIES[1:2])), dice)


def queue_board(dice: random.Random) -> Image.Image:
    """A board that calls people by number."""
    number = dice.choice((*codes()[-12:], "101", "102", "103"))
    return drawn(dice.choice(QUEUES).format(n=number), "", dice)


def private_number(dice: random.Random) -> str:
    """Twelve invented digits that pass the check; made here so that none stands in a file."""
    digits = [dice.randrange(10) for _ in range(11)]
    rest = sum(w * d for w, d in zip((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    return "".join(map(str, [*digits, 0 if rest <= 1 else 11 - rest]))


def private_screen(dice: random.Random) -> Image.Image:
    """One of our codes beside somebody's number."""
    number = private_number(dice)
    code = dice.choice(codes())
    grouped = dice.choice((number, f"{number[:4]} {number[4:8]} {number[8:]}"))
    return drawn(f"【{code}】\n{title(code)}", grouped, dice)


def drawn(headline: str, body: str, dice: random.Random) -> Image.Image:
    """A screen in one of the layouts, themes and fonts, with a clock that is no code."""
    width, height = dice.choice(SIZES)
    ground, ink, accent = dice.choice(THEMES)
    layout = dice.randrange(4)
    image = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(image)
    font, unit = dice.choice(FONTS), min(width, height)
    pen.text((width * 0.84, height * 0.02), f"{dice.randrange(24)}:{dice.randrange(60):02}", ink, _font(font, unit // 24))
    left, top, room = _frame(pen, layout, (width, height), ink, accent)
    big = _fitting(pen, headline, font, room, unit // dice.choice((11, 13, 16, 20)))
    top = _lines(pen, headline, (left, top), big, (accent if layout in (0, 3) else ink))
    if body:
        _lines(pen, body, (left, top + unit // 18), _fitting(pen, body, font, room, unit // 18), ink)
    label = dice.choice(BUTTONS)
    box = (width * 0.4, height * 0.85, width * 0.6, height * 0.95)
    pen.rounded_rectangle(box, unit // 60, outline=ink, width=3)
    pen.text((width * 0.5, height * 0.9), label, ink, _font(font, unit // 20), anchor="mm")
    return image


def _frame(pen: ImageDraw.ImageDraw, layout: int, size: tuple[int, int], ink: str, accent: str) -> tuple[float, float, float]:
    width, height = size
    if layout == 0:
        pen.rectangle((0, 0, width, height * 0.13), outline=None, fill=None)
        pen.line((0, height * 0.14, width, height * 0.14), accent, 4)
        return width * 0.06, height * 0.22, width * 0.88
    if layout == 1:
        pen.rounded_rectangle((width * 0.05, height * 0.12, width * 0.95, height * 0.8), 24, outline=ink, width=4)
        return width * 0.1, height * 0.2, width * 0.8
    if layout == 2:
        return width * 0.04, height * 0.15, width * 0.92
    side = width * 0.14
    pen.ellipse((side * 0.2, height * 0.3, side * 0.9, height * 0.3 + side * 0.7), outline=accent, width=8)
    pen.line((side * 0.55, height * 0.3 + side * 0.15, side * 0.55, height * 0.3 + side * 0.4), accent, 8)
    return width * 0.17, height * 0.25, width * 0.79


def _font(face: tuple[Path, int], size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face[0]), max(size, 10), index=face[1])


def _fitting(pen: ImageDraw.ImageDraw, text: str, face: tuple[Path, int], room: float, size: int) -> ImageFont.FreeTypeFont:
    """As large as asked, or smaller until the longest line fits; a very long title is allowed to break in two."""
    font = _font(face, size)
    while max(pen.textlength(line, font) for line in _broken(text)) > room and size > 12:
        size -= 2
        font = _font(face, size)
    return font


def _broken(text: str) -> list[str]:
    lines = []
    for line in text.split("\n"):
        cut = len(line) * 3 // 5
        lines += [line] if len(line) < 22 else [line[:cut], line[cut:]]
    return lines


def _lines(pen: ImageDraw.ImageDraw, text: str, place: tuple[float, float], font: ImageFont.FreeTypeFont, ink: str) -> float:
    left, top = place
    for line in _broken(text):
        pen.text((left, top), line, ink, font)
        top += font.size * 1.45
    return top


def png(image: Image.Image) -> bytes:
    """A screenshot."""
    kept = BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def jpeg(image: Image.Image, quality: int) -> bytes:
    """A photo."""
    kept = BytesIO()
    image.save(kept, "JPEG", quality=quality)
    return kept.getvalue()


class Conditions(NamedTuple):
    """How a photo is taken, in ranges: degrees, share of the width, pixels, share of the light, strength, pixels, levels."""

    turn: float
    perspective: float
    blur: tuple[float, float]
    motion: tuple[int, int]
    light: tuple[float, float]
    glare: tuple[float, float]
    moire: float
    noise: float
    quality: tuple[int, int]


SEVERITIES = {
    1: Conditions(4, 0.03, (0.3, 0.7), (0, 0), (0.85, 1.0), (0.0, 0.25), 0.0, 3, (80, 90)),
    2: Conditions(10, 0.06, (1.0, 1.4), (2, 3), (0.55, 0.8), (0.4, 0.7), 0.04, 6, (50, 65)),
    3: Conditions(20, 0.16, (1.8, 2.4), (4, 7), (0.22, 0.5), (1.2, 2.2), 0.06, 18, (28, 40)),
}
"""Mild, medium, severe. Severity 0 is the screenshot itself."""

FRAME = (1600, 1200)


def photograph(screen: Image.Image, severity: int, dice: random.Random) -> bytes:
    """The screen as it comes: a screenshot, or a photo of it in one of three severities."""
    if severity == 0:
        return png(screen)
    return photo(screen, SEVERITIES[severity], dice)


def photo(screen: Image.Image, how: Conditions, dice: random.Random, share: float | None = None) -> bytes:
    """A photo under given conditions; `share` is how much of the frame the screen fills."""
    image = _placed(screen, how, dice, dice.uniform(0.7, 0.88) if share is None else share)
    image = image.filter(ImageFilter.GaussianBlur(dice.uniform(*how.blur)))
    values = np.asarray(image, np.float32)
    values = _moved(values, dice.randint(*how.motion), dice.uniform(0, np.pi))
    if how.moire:
        values *= _waves(dice, how.moire)
    values *= dice.uniform(*how.light)
    values += 255 * _glare(dice, dice.uniform(*how.glare))[..., None]
    values += np.random.default_rng(dice.getrandbits(32)).normal(0, how.noise, values.shape)
    return jpeg(Image.fromarray(values.clip(0, 255).astype(np.uint8)), dice.randint(*how.quality))


def _placed(screen: Image.Image, how: Conditions, dice: random.Random, share: float) -> Image.Image:
    """The screen turned and seen from the side, before a dull wall."""
    wide, high = FRAME
    scale = min(wide / screen.width, high / screen.height) * share
    turn = np.radians(dice.uniform(-how.turn, how.turn))
    half = np.array([screen.width, screen.height]) * scale / 2
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * half
    corners += np.array([[dice.uniform(-1, 1) * how.perspective * side for side in half] for _ in range(4)])
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = corners @ spin.T
    reach = (np.abs(corners) / (np.array(FRAME) / 2)).max()
    corners = corners / max(1.0, reach / 0.98) + np.array(FRAME) / 2
    shade = dice.randrange(70, 190)
    wall = Image.new("RGB", FRAME, (shade, shade - 6, shade - 14))
    source = np.array([(0, 0), (screen.width, 0), (screen.width, screen.height), (0, screen.height)], float)
    data = _perspective(corners, source)
    seen = screen.transform(FRAME, Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC)
    mask = Image.new("L", screen.size, 255).transform(FRAME, Image.Transform.PERSPECTIVE, data, Image.Resampling.BILINEAR)
    wall.paste(seen, (0, 0), mask)
    return wall


def _perspective(to: np.ndarray, source: np.ndarray) -> list[float]:
    rows, wanted = [], []
    for (x, y), (u, v) in zip(to, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return [float(one) for one in np.linalg.solve(np.array(rows), np.array(wanted))]


def _moved(values: np.ndarray, length: int, way: float) -> np.ndarray:
    if length < 2:
        return values
    steps = [(round(np.sin(way) * step), round(np.cos(way) * step)) for step in range(length)]
    return np.asarray(np.mean([np.roll(values, step, (0, 1)) for step in steps], axis=0), np.float32)


def _waves(dice: random.Random, strength: float) -> np.ndarray:
    x, y = np.meshgrid(np.arange(FRAME[0]), np.arange(FRAME[1]))
    return (1 + strength * np.sin(x * dice.uniform(0.6, 1.4) + y * dice.uniform(0.2, 0.9)))[..., None].astype(np.float32)


def _glare(dice: random.Random, strength: float) -> np.ndarray:
    """A round reflection somewhere on the glass."""
    x, y = np.meshgrid(np.arange(FRAME[0]), np.arange(FRAME[1]))
    middle = FRAME[0] * dice.uniform(0.2, 0.8), FRAME[1] * dice.uniform(0.2, 0.8)
    radius = FRAME[0] * dice.uniform(0.07, 0.15)
    return (strength * np.exp(-((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / (2 * radius**2))).astype(np.float32)


WITHOUT: dict[str, Callable[[random.Random], Image.Image]] = {
    "ordinary": ordinary_screen,
    "device": device_screen,
    "queue": queue_board,
}
"""Screens that show none of our codes."""


Wanted = tuple[str, str, int]
"""Kind, code, severity."""


def plan(rounds: int, severities: tuple[int, ...] = (0, 1, 2, 3), others: int = 4) -> list[Wanted]:
    """Every code once a round at each severity, and `others` screens of each kind without a code."""
    shown = [("error", code) for code in codes()] + [(kind, "") for kind in WITHOUT for _ in range(others)]
    return [(kind, code, severity) for _ in range(rounds) for severity in severities for kind, code in shown]


def shots(wanted: Iterable[Wanted], seed: int) -> Iterator[Shot]:
    """The pictures of a plan; the same seed draws the same pictures."""
    dice = random.Random(seed)
    for kind, code, severity in wanted:
        screen = WITHOUT[kind](dice) if kind in WITHOUT else error_screen(code, dice)
        yield Shot(kind, code, severity, photograph(screen, severity, dice))
