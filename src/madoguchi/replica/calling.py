"""Calls over HTTP on connections that are kept: one question at a time on each, as many connections as questions at once."""

import http.client
import select
import ssl
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Final

import msgspec

Address = tuple[str, int]

REPEATABLE: Final = (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError)
"""What a kept connection says that the other side gave up in the meantime; nothing was answered on it."""


class NotConnectedError(OSError):
    """Nobody is there."""


class NotAnsweredError(OSError):
    """Somebody is there, and no answer came."""


class Answer(msgspec.Struct, frozen=True):
    """What was answered."""

    status_code: int
    content: bytes

    @property
    def is_success(self) -> bool:
        """Whether the other side did what it was asked."""
        return 200 <= self.status_code < 300


class Question(msgspec.Struct, frozen=True):
    """What is asked. Whatever is asked here may be asked twice: the other side does it once."""

    method: str
    path: str
    content: bytes | None = None
    headers: Mapping[str, str] = {}


class Kept:
    """The connections to one place that nobody uses at the moment."""

    def __init__(self, find: Callable[[], Address], tls: tuple[ssl.SSLContext, str] | None = None) -> None:
        """Connect to nothing yet.

        Args:
            find: where the place is; asked for each new connection.
            tls: how to prove oneself and whom to expect; none where nothing is encrypted.
        """
        self._find = find
        self._tls = tls
        self._idle: list[http.client.HTTPConnection] = []
        self._lock = Lock()

    def ask(self, question: Question, seconds: float) -> Answer:
        """Ask, and wait for the answer no longer than so many seconds at a time.

        Raises:
            NotConnectedError: no connection could be made.
            NotAnsweredError: it was, and no answer came.
        """
        kept = self._take()
        if kept is not None:
            try:
                return self._on(kept, question, seconds)
            except REPEATABLE:
                kept.close()
        try:
            made = self._connected(seconds)
        except (OSError, ssl.SSLError) as error:
            raise NotConnectedError from error
        try:
            return self._on(made, question, seconds)
        except REPEATABLE as error:
            raise NotAnsweredError from error

    def _take(self) -> http.client.HTTPConnection | None:
        """A connection that was kept and is still whole; one that says something unasked was closed by the other side."""
        while True:
            with self._lock:
                if not self._idle:
                    return None
                kept = self._idle.pop()
            if not select.select([kept.sock], [], [], 0)[0]:
                return kept
            kept.close()

    def _connected(self, seconds: float) -> http.client.HTTPConnection:
        host, port = self._find()
        made = http.client.HTTPConnection(host, port, timeout=seconds)
        made.connect()
        if self._tls is not None:
            context, name = self._tls
            try:
                made.sock = context.wrap_socket(made.sock, server_hostname=name)
            except OSError:
                made.close()
                raise
        return made

    def _on(self, connection: http.client.HTTPConnection, question: Question, seconds: float) -> Answer:
        try:
            connection.sock.settimeout(seconds)
            connection.request(question.method, question.path, question.content, dict(question.headers))
            answered = connection.getresponse()
            answer = Answer(answered.status, answered.read())
        except REPEATABLE:
            connection.close()
            raise
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise NotAnsweredError from error
        if connection.sock is not None:
            with self._lock:
                self._idle.append(connection)
        return answer

    def close(self) -> None:
        """Hang up."""
        with self._lock:
            idle, self._idle = self._idle, []
        for one in idle:
            one.close()
