"""Who may open settings, ledger and audit: one administrator, and the logins that are open."""

from datetime import datetime, timedelta
from typing import Final

import msgspec
import sqlalchemy as sa

from madoguchi.records import attempts
from madoguchi.records.database import Database
from madoguchi.records.tables import Moment, metadata

_TOUCH: Final = timedelta(seconds=30)
"""A login that is used is written down at most so often."""

_ONE: Final = 1

administrators = sa.Table(
    "administrator",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("chosen_at", Moment, nullable=False),
    sa.Column("salt", sa.LargeBinary, nullable=False),
    sa.Column("memory", sa.Integer, nullable=False),
    sa.Column("passes", sa.Integer, nullable=False),
    sa.Column("lanes", sa.Integer, nullable=False),
    sa.Column("verifier", sa.LargeBinary, nullable=False),
    sa.Column("second", sa.LargeBinary, nullable=False),
    sa.Column("counter", sa.Integer, nullable=False),
    sa.Column("spare", sa.String(64), nullable=False),
)
"""One row or none. `second` is the secret of the one-time codes, sealed by the passphrase; `counter` the last code used."""

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("token", sa.String(64), primary_key=True),
    sa.Column("device", sa.String, nullable=False),
    sa.Column("begun_at", Moment, nullable=False),
    sa.Column("used_at", Moment, nullable=False),
)
"""Open logins by the hash of their token; `device` is empty on this machine."""


class Administrator(msgspec.Struct, frozen=True):
    """What is kept of the administrator: nothing that opens anything without the passphrase.

    `memory` is in KiB; `spare` is the hash of the code for a lost telephone, empty once it is used.
    """

    chosen_at: datetime
    salt: bytes
    memory: int
    passes: int
    lanes: int
    verifier: bytes
    second: bytes
    counter: int = 0
    spare: str = ""


class Administration:
    """The administrator's rows. Every method raises RecordsError where the file cannot be written or read."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def administrator(self) -> Administrator | None:
        """What is kept of the administrator, or None where nobody chose a passphrase yet."""
        with self._database.reading() as connection:
            row = connection.execute(sa.select(administrators)).mappings().first()
        return None if row is None else Administrator(**{name: row[name] for name in Administrator.__struct_fields__})

    def exists(self) -> bool:
        """Whether somebody chose a passphrase."""
        with self._database.reading() as connection:
            return connection.execute(sa.select(administrators.c.id)).first() is not None

    def appoint(self, administrator: Administrator, *, first: bool) -> bool:
        """Keep a passphrase chosen now and end every login; False if it should have been the first and is not.

        Args:
            administrator: what to keep.
            first: whether it was chosen without a login, which only the first one may be.
        """
        with self._database.writing() as connection:
            if first and connection.execute(sa.select(administrators.c.id)).first() is not None:
                return False
            connection.execute(sa.delete(administrators))
            connection.execute(sa.insert(administrators).values(id=_ONE, **msgspec.structs.asdict(administrator)))
            connection.execute(sa.delete(sessions))
        return True

    def forget(self) -> bool:
        """Forget the administrator and every login; whether there was one. What was sealed by other keys stays sealed."""
        with self._database.writing() as connection:
            connection.execute(sa.delete(sessions))
            return connection.execute(sa.delete(administrators)).rowcount == 1

    def spend_code(self, counter: int) -> bool:
        """Mark a one-time code as used; False if it, or a later one, was used before."""
        with self._database.writing() as connection:
            later = sa.update(administrators).where(administrators.c.counter < counter).values(counter=counter)
            return connection.execute(later).rowcount == 1

    def spend_spare(self, spare: str) -> bool:
        """Mark the code for a lost telephone as used; False if it is another one or was used before."""
        with self._database.writing() as connection:
            used = sa.update(administrators).where(administrators.c.spare == spare, administrators.c.spare != "")
            return connection.execute(used.values(spare="")).rowcount == 1

    def begin(self, token: str, device: str, at: datetime) -> None:
        """Open a login; `token` is the hash of what the browser keeps."""
        with self._database.writing() as connection:
            connection.execute(sa.insert(sessions).values(token=token, device=device, begun_at=at, used_at=at))

    def use(self, token: str, device: str, at: datetime, idle: timedelta, whole: timedelta) -> bool:
        """Whether a login is open at this device; using it keeps it open.

        Args:
            token: the hash of what the browser keeps.
            device: where it is used now; it opens nothing anywhere else.
            at: the present moment.
            idle: how long it may rest.
            whole: how long it may last.
        """
        mine = sessions.c.token == token
        with self._database.reading() as connection:
            row = connection.execute(sa.select(sessions).where(mine)).first()
        if row is None or row.device != device:
            return False
        # A clock that was set back must not lengthen a login: what seems to be begun later than now is over.
        if at - row.used_at > idle or at - row.begun_at > whole or row.begun_at - at > _TOUCH:
            self.end(token)
            return False
        if at - row.used_at > _TOUCH:
            with self._database.writing() as connection:
                connection.execute(sa.update(sessions).where(mine).values(used_at=at))
        return True

    def end(self, token: str) -> None:
        """Close a login."""
        with self._database.writing() as connection:
            connection.execute(sa.delete(sessions).where(sessions.c.token == token))

    def attempt(self, door: str, at: datetime) -> timedelta:
        """Count a try as wrong before it is made, so that many at once count as many; or how long to wait, and none is counted.

        Args:
            door: what is tried, and from where.
            at: the present moment.
        """
        with self._database.writing() as connection:
            wait = attempts.waiting(connection, door, at)
            if not wait:
                attempts.begin(connection, door, at)
        return wait

    def forgive(self, door: str) -> None:
        """Forget the tries: one of them succeeded."""
        with self._database.writing() as connection:
            attempts.forgive(connection, door)
