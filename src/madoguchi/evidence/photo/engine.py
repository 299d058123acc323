"""Reads the lines of text in a picture: the one module that touches the OCR engine, with the models its package brings."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from madoguchi.evidence.photo.picture import Picture

NEEDED: Final = ("rapidocr", "onnxruntime", "cv2", "rapidfuzz", "PIL")
"""Without one of these no photo is read."""

MODELS: Final = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
"""The models inside the package (docs/protocol/photo.md#engine); any other would be downloaded."""

SIDE: Final = 736
"""Longest side at which text is looked for, in pixels (docs/protocol/photo.md#engine)."""

THREADS: Final = 1
"""The desk beside it must not wait."""


class Line(msgspec.Struct, frozen=True):
    """A line of text, its four corners from the upper left in the direction of reading, and how sure the engine is."""

    text: str
    corners: tuple[tuple[float, float], ...]
    score: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4

    @property
    def height(self) -> float:
        """Of its letters, in pixels of the picture."""
        return (_apart(self.corners[0], self.corners[3]) + _apart(self.corners[1], self.corners[2])) / 2

    @property
    def width(self) -> float:
        """In pixels of the picture."""
        return (_apart(self.corners[0], self.corners[1]) + _apart(self.corners[3], self.corners[2])) / 2


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def is_available() -> bool:
    """Whether the extra is installed, without loading it."""
    return all(find_spec(name) is not None for name in NEEDED)


class Engine:
    """The models in memory: some hundred megabytes, given back when the process that holds them ends."""

    def __init__(self) -> None:
        """Load them; nothing is fetched and nothing is written."""
        import rapidocr  # noqa: PLC0415 - the extra is loaded only where a photo is read

        folder = Path(rapidocr.__file__).with_name("models")
        self._read = rapidocr.RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.log_level": "critical",
                "Global.max_side_len": 4 * SIDE,
                "Det.limit_type": "max",
                "Det.limit_side_len": SIDE,
                **{f"{part}.model_path": str(folder / model) for part, model in MODELS.items()},
                "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def lines(self, picture: "Picture") -> tuple[Line, ...]:
        """The lines, from top to bottom as the engine found them."""
        found: Any = self._read(picture[..., ::-1])
        if not found.txts:
            return ()
        return tuple(
            Line(str(text), tuple((float(x), float(y)) for x, y in corners), float(score))
            for text, corners, score in zip(found.txts, found.boxes, found.scores, strict=True)
        )
