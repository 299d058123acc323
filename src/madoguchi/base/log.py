"""Events with names, on standard error, without personal data: keys that are not listed are dropped."""

import sys
from collections.abc import MutableMapping
from functools import cache
from typing import Any

ALLOWED = frozenset(
    {"event", "level", "timestamp", "incident", "problem", "step", "outcome", "how", "desk", "kind", "count", "seconds"}
    | {"address", "reason", "folder", "method", "route", "status", "error"}
)
"""The only keys a log line may carry. A name, a number or a file's content has no key here, so it cannot be logged."""


class Log:
    """Writes lines: `log.info("incident_opened", problem="011")`. The machinery is loaded at the first line."""

    quiet = False
    """Whether what happens as it should is kept silent: for a desk inside another command, which speaks for itself."""

    def info(self, event: str, **known: object) -> None:
        """Something happened as it should."""
        if not Log.quiet:
            _lines().info(event, **known)

    def error(self, event: str, **known: object) -> None:
        """Something did not work, and the desk goes on."""
        _lines().error(event, **known)


def logger() -> Log:
    """The log every module uses."""
    return Log()


def only_allowed(_logger: object, _method: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    """A line without any key that is not in ALLOWED."""
    return {key: value for key, value in event.items() if key in ALLOWED}


@cache
def _lines() -> Any:  # noqa: ANN401 - structlog's loggers are lazy proxies without a type of their own
    import structlog  # noqa: PLC0415 - a desk that has nothing to say starts without it

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            only_allowed,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        # Asked anew for each line: standard error may be replaced while the desk runs.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    return structlog.get_logger()
