"""Events with names, on standard error, without personal data: keys that are not listed are dropped."""

import sys
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

ALLOWED = frozenset(
    {"event", "level", "timestamp", "incident", "problem", "step", "outcome", "how", "desk", "kind", "count", "seconds"}
    | {"address", "reason", "folder", "method", "route", "status", "error"}
)
"""The only keys a log line may carry. A name, a number or a file's content has no key here, so it cannot be logged."""


def _only_allowed(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {key: value for key, value in event.items() if key in ALLOWED}


def configure() -> None:
    """Send events to standard error, one readable line each."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            _only_allowed,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        # Asked anew for each line: standard error may be replaced while the desk runs.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def logger() -> Any:  # noqa: ANN401 - structlog's loggers are lazy proxies without a type of their own
    """The logger every module uses: `log.info("incident_opened", problem="011")`."""
    return structlog.get_logger()
