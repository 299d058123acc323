"""Madoguchi (窓口): every failure at the card reader of a reception desk becomes one calm next step."""

__version__ = "0.1.0"
