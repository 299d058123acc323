"""Turns what was told to the desk into a call of the reception."""

import hashlib

from madoguchi.base.ids import new_id
from madoguchi.desk.context import Context
from madoguchi.desk.intake import Report, by_code, by_file, by_words, name_of_place
from madoguchi.desk.reception import Once, Reported, Taken
from madoguchi.desk.refusals import Refused
from madoguchi.guide.state import State

FIRST_DESK = "1"
"""Where a code or words are told from, if nobody says. A file names no reader, so it belongs to no desk by itself."""


def take(context: Context, report: Report, content: bytes | None, once: Once | None = None) -> State | Taken:
    """Open or join what a report tells of: an incident, or whatever a result file gives.

    Args:
        context: the desk.
        report: what is told.
        content: the bytes of its file, where it has one.
        once: the request, where it has a key.

    Raises:
        Refused: it tells nothing, or more than one thing, or nothing that can be understood.
    """
    told = [given for given in (report.code, report.words, content) if given is not None]
    if len(told) != 1:
        raise Refused("unknown-field" if told else "empty")
    source = Reported(
        problem="",
        desk=None if report.desk is None else name_of_place(report.desk),
        source=name_of_place(report.source or ("staff" if content is None else "file"), "source"),
        reader=_reader(context, report.reader),
        practice=report.practice,
    )
    if content is not None:
        return _file(context, content, source, once)
    named = (
        by_code(report.code, context.catalogue)
        if report.code is not None
        else by_words(report.words or "", context.words, context.catalogue)
    )
    reported = Reported(named.problem, source.desk or FIRST_DESK, source.source, source.reader, report.practice, named.observed)
    return context.reception.report(reported, once)


def _file(context: Context, content: bytes, source: Reported, once: Once | None) -> Taken:
    # Sent twice on purpose is told twice: unlike a file that lies in a folder, a request knows what it wants.
    fingerprint = hashlib.sha256(content + new_id(context.clock()).encode()).hexdigest()
    taken = context.reception.results(fingerprint, "", by_file(content), source, once)
    return taken or Taken()


def _reader(context: Context, given: str | None) -> str:
    """The reader's id, or the facility's own where it is not told; one we do not know is `generic`."""
    reader = given or context.settings().reader
    return reader if reader in context.catalogue.readers else "generic"
