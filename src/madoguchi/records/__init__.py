"""What happened at the desks of one facility, kept so that nothing acknowledged is lost."""

from madoguchi.records.audit import AuditRow, Head
from madoguchi.records.beside import Check, NoticeCount, NoticeRow, SeenFile, Thumbs
from madoguchi.records.duplicates import Duplicate
from madoguchi.records.errors import LedgerRefused, RecordsError
from madoguchi.records.ledger import KEEP_DAYS, Added, FourItems, LedgerRow
from madoguchi.records.log import Counts, LogFilter, LogPage, LogRow
from madoguchi.records.outages import Outage
from madoguchi.records.records import Records
from madoguchi.records.recurrence import TOO_OFTEN
from madoguchi.records.unlocked import Opened, UnlockedLedger

__all__ = [
    "KEEP_DAYS",
    "TOO_OFTEN",
    "Added",
    "AuditRow",
    "Check",
    "Counts",
    "Duplicate",
    "FourItems",
    "Head",
    "LedgerRefused",
    "LedgerRow",
    "LogFilter",
    "LogPage",
    "LogRow",
    "NoticeCount",
    "NoticeRow",
    "Opened",
    "Outage",
    "Records",
    "RecordsError",
    "SeenFile",
    "Thumbs",
    "UnlockedLedger",
]
