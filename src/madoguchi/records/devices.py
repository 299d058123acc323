"""The devices of the house that may talk to the desk, and the codes by which new ones join."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec
import sqlalchemy as sa

from madoguchi.records.administrator import sessions
from madoguchi.records.database import Database
from madoguchi.records.tables import Moment, metadata

Role = Literal["desk", "patient", "photo"]
"""What a device is for: a reception desk, a patient's screen, or taking photographs."""

ROLES: Final[tuple[Role, ...]] = ("desk", "patient", "photo")

UNUSED: Final = timedelta(days=90)
"""A device that did not show itself for so long has to be paired again."""

_TOUCH: Final = timedelta(minutes=10)

devices = sa.Table(
    "devices",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("desk", sa.String, nullable=False),
    sa.Column("token", sa.String(64), nullable=False),
    sa.Column("paired_at", Moment, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.UniqueConstraint("token"),
)
"""Paired devices by the hash of the token each keeps."""

pairing = sa.Table(
    "pairing",
    metadata,
    sa.Column("code", sa.String(64), primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("desk", sa.String, nullable=False),
    sa.Column("offered_at", Moment, nullable=False),
    sa.Column("ends_at", Moment, nullable=False),
)
"""Codes waiting for the device they were made for, as hashes."""


class Device(msgspec.Struct, frozen=True):
    """A paired device; `desk` is the place whose patient screen it shows."""

    id: str
    name: str
    role: Role
    desk: str
    paired_at: datetime
    seen_at: datetime


_COLUMNS: Final = [devices.c[name] for name in Device.__struct_fields__]


class Offer(msgspec.Struct, frozen=True):
    """A code that was made for a device to come."""

    code: str
    name: str
    role: Role
    desk: str
    offered_at: datetime
    ends_at: datetime


class Devices:
    """The devices' rows. Every method raises RecordsError where the file cannot be written or read."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._database = database

    def offer(self, offer: Offer) -> None:
        """Keep a code; those whose time is over go."""
        with self._database.writing() as connection:
            connection.execute(sa.delete(pairing).where(pairing.c.ends_at < offer.offered_at))
            connection.execute(sa.insert(pairing).values(msgspec.structs.asdict(offer)))

    def claim(self, code: str, id_: str, token: str, at: datetime) -> Device | None:
        """Pair the device that shows a code, which is gone afterwards; None where there is no such code any more.

        Args:
            code: the hash of the code.
            id_: the new device's id.
            token: the hash of what the device keeps.
            at: the present moment.
        """
        with self._database.writing() as connection:
            taken = sa.delete(pairing).where(pairing.c.code == code).returning(pairing)
            row = connection.execute(taken).first()
            # A clock that was set back must not give a code a second life.
            if row is None or not row.offered_at <= at <= row.ends_at:
                return None
            device = Device(id_, row.name, row.role, row.desk, at, at)
            connection.execute(sa.insert(devices).values(token=token, **msgspec.structs.asdict(device)))
        return device

    def known(self, token: str, at: datetime) -> Device | None:
        """The device that keeps this token (given as hash), or None; showing itself keeps it paired."""
        with self._database.reading() as connection:
            row = connection.execute(sa.select(*_COLUMNS).where(devices.c.token == token)).first()
        if row is None or at - row.seen_at > UNUSED:
            return None
        if at - row.seen_at > _TOUCH:
            with self._database.writing() as connection:
                connection.execute(sa.update(devices).where(devices.c.token == token).values(seen_at=at))
        return Device(*row)

    def paired(self) -> Sequence[Device]:
        """Every paired device, the latest first."""
        with self._database.reading() as connection:
            return [Device(*row) for row in connection.execute(sa.select(*_COLUMNS).order_by(devices.c.paired_at.desc()))]

    def remove(self, id_: str) -> Device | None:
        """Let go of a device and of every login on it; the device as it was, or None."""
        with self._database.writing() as connection:
            row = connection.execute(sa.delete(devices).where(devices.c.id == id_).returning(*_COLUMNS)).first()
            connection.execute(sa.delete(sessions).where(sessions.c.device == id_))
        return None if row is None else Device(*row)
