"""What is wrong with one field of a form, as the id of the sentence to show beside it."""


class FieldTrouble(ValueError):  # noqa: N818 - it is said beside the field, as trouble
    """What is wrong with a field: the id of the sentence to show beside it."""
