import pytest

from madoguchi.replica.line.machine import Asked, Connected, Greet, Relay, Tell, step


@pytest.mark.parametrize(
    ("event", "effect"),
    [
        (Asked("centre.chain.invalid\n"), Tell("line-centre")),
        (Asked("Centre.Chain.Invalid.\n"), Tell("line-centre")),
        (Asked("example.test\n"), Tell(None)),
        (Asked("\n"), Tell(None)),
        (Asked("x" * 300), Tell(None)),
        (Connected("line-portal"), Relay("portal")),
        (Connected("line-far"), Greet()),
        (Connected("line-gateway"), Greet()),
    ],
)
def test_the_line_knows_its_names_and_leads_to_what_stands_behind(event: Asked | Connected, effect: object) -> None:
    assert effect == step(event)
