import msgspec

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.check import check
from madoguchi.words.translate import load_words


def changed(problem: str, **fields: object) -> Catalogue:
    catalogue = load_catalogue()
    other = msgspec.structs.replace(catalogue.problems[problem], **fields)
    return msgspec.structs.replace(catalogue, problems={**catalogue.problems, problem: other})


def whats(catalogue: Catalogue) -> list[str]:
    return [finding.what for finding in check(catalogue, load_words()).findings]


def test_the_product_is_complete() -> None:
    checked = check(load_catalogue(), load_words())

    assert checked.findings == ()
    assert sum(map(len, checked.tiers.values())) == len(load_catalogue().problems)


def test_a_fact_without_a_sentence_is_found_in_each_language() -> None:
    found = whats(changed("011", cautions=("never-heard-of",)))

    assert "ja: caution-never-heard-of" in found
    assert "en: caution-never-heard-of.how" in found


def test_a_patient_text_that_is_missing_is_found_in_every_language() -> None:
    found = whats(changed("011", patient="never-heard-of"))

    assert [f"{lang}: patient-never-heard-of.calm" for lang in ("ja", "ja-easy", "en")] == [
        what for what in found if what.endswith(".calm")
    ]


def test_a_tier_claimed_too_high_is_found() -> None:
    assert "011: gold" in whats(changed("011", tier="gold"))
