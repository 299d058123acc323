"""What happened at the desks of one facility, kept so that nothing acknowledged is lost."""

from madoguchi.records.beside import Check, NoticeCount, NoticeRow, SeenFile, Thumbs
from madoguchi.records.errors import RecordsError
from madoguchi.records.log import Counts, LogFilter, LogPage, LogRow
from madoguchi.records.records import Records
from madoguchi.records.recurrence import TOO_OFTEN

__all__ = [
    "TOO_OFTEN",
    "Check",
    "Counts",
    "LogFilter",
    "LogPage",
    "LogRow",
    "NoticeCount",
    "NoticeRow",
    "Records",
    "RecordsError",
    "SeenFile",
    "Thumbs",
]
