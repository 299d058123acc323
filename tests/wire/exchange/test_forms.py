"""The ways a file can look keep their promises, whatever they hold."""

import pytest

from madoguchi.wire.exchange.codec import decode
from madoguchi.wire.exchange.forms import ENCODINGS, FORMS, Encoding, Tree
from madoguchi.wire.exchange.samples import cases

TREE: Tree = [("XmlMsg", [("MessageHeader", [("Name", "髙<&>●")]), ("MessageBody", [("Kana", "ｶ")])])]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_escaped_and_encoded_as_announced(encoding: Encoding) -> None:
    text = decode(FORMS["plain"](TREE, encoding))

    assert "<Name>髙&lt;&amp;&gt;●</Name>" in text
    assert {"utf-8": "UTF-8", "shift_jis": "Shift_JIS"}[encoding] in text.splitlines()[0]


def test_shuffled_is_the_same_elements_the_other_way_round() -> None:
    text = decode(FORMS["shuffled"](TREE, "utf-8"))

    assert text.index("<MessageBody>") < text.index("<MessageHeader>")


def test_half_is_the_beginning_of_the_whole() -> None:
    whole, half = FORMS["plain"](TREE, "utf-8"), FORMS["half"](TREE, "utf-8")

    assert whole.startswith(half)
    assert 0 < len(half) < len(whole)


def test_every_form_is_used_by_a_sample() -> None:
    assert {case.form for case in cases().values()} == set(FORMS)
