"""Free words to problems: ranked, with honest chances, and "unknown" where nothing fits."""

from madoguchi.evidence.words.ranking import CODES, MOST, Ranked, Recognised, recognise_words

__all__ = ["CODES", "MOST", "Ranked", "Recognised", "recognise_words"]
