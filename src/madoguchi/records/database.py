"""The database file: opening, migrating, and transactions that are on the disk when they return."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from madoguchi.records.errors import RecordsError, reason_of

if TYPE_CHECKING:
    from alembic.config import Config

FILE = "madoguchi.db"
"""The database's name inside the data directory."""

HEAD = "0005"
"""The newest migration. Known here so that an ordinary start need not load the migration machinery."""

_MIGRATIONS = Path(__file__).with_name("migrations")
_BUSY_MILLISECONDS = 5000


class Database:
    """One SQLite file in WAL mode; one writer at a time, readers beside it."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Prepare connections; nothing is opened yet."""
        self.path = path
        self.folder = path.parent
        self.engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))
        self._writing = threading.Lock()
        self._view = threading.local()
        self._plain: PoolProxiedConnection | None = None
        self.writes = 0
        self._pragmas = [
            f"busy_timeout={_BUSY_MILLISECONDS}",
            "foreign_keys=ON",
            "recursive_triggers=ON",  # or an INSERT OR REPLACE would remove an event unseen by the trigger that forbids it
            "synchronous=FULL",
            "secure_delete=ON",  # what is removed is overwritten with zeros
            "temp_store=MEMORY",  # and sorting leaves no file behind
            "query_only=ON" if read_only else "journal_mode=WAL",
        ]
        sa.event.listen(self.engine, "connect", self._connected)
        sa.event.listen(self.engine, "begin", _begin)

    def _connected(self, connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # The driver's own transactions would open late and unlocked: ours are begun explicitly, see _begin.
        connection.isolation_level = None
        for pragma in self._pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A consistent view for the time of the block.

        Raises:
            RecordsError: the file cannot be read.
        """
        held = getattr(self._view, "connection", None)
        if held is not None:
            with _refusals():
                yield held
            return
        with _refusals(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def view(self) -> Iterator[None]:
        """A block in which all reading of this thread shares one view; what is written meanwhile is not in it.

        Raises:
            RecordsError: the file cannot be read.
        """
        if getattr(self._view, "connection", None) is not None:
            yield
            return
        with self.reading() as connection:
            self._view.connection = connection
            try:
                yield
            finally:
                self._view.connection = None

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that is on the disk when the block ends, or leaves nothing behind.

        Raises:
            RecordsError: nothing was written, with the reason.
        """
        with self._writing:
            try:
                with _refusals(), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
                    yield connection
            finally:
                self.writes += 1

    @contextmanager
    def writing_plainly(self) -> Iterator[sqlite3.Connection]:
        """As `writing`, with the driver's own connection: for what a whole desk waits for, where each statement's price counts.

        Raises:
            RecordsError: nothing was written, with the reason.
        """
        with self._writing, _refusals():
            if self._plain is None:
                # Kept from call to call: borrowing and giving back costs as much as a row.
                self._plain = self.engine.raw_connection()
            connection = _driver(self._plain)
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self.writes += 1

    def forget(self) -> bool:
        """Fold the log into the file and empty it, so that nothing removed stands in it; False while another reader holds it.

        Raises:
            RecordsError: the file cannot be written.
        """
        with self._writing, _refusals(), self.engine.connect() as connection:
            # Outside any transaction: a checkpoint inside one is refused.
            return bool(driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)

    def version(self) -> str | None:
        """The migration the file stands at, None for a fresh file.

        Raises:
            RecordsError: the file cannot be read or is no database.
        """
        with self.reading() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()

    def require_head(self) -> None:
        """Refuse a file that this version would have to change before reading it.

        Raises:
            RecordsError: `older` or `newer`.
        """
        version = self.version() or ""
        if version != HEAD:
            raise RecordsError("older" if version < HEAD else "newer")

    def migrate(self) -> None:
        """Bring the file to `HEAD`.

        Raises:
            RecordsError: `newer` where a later version of the product wrote it.
        """
        version = self.version()
        if version == HEAD:
            return
        # Loaded only here: it costs as much as the whole rest of a start.
        from alembic import command  # noqa: PLC0415
        from alembic.script import ScriptDirectory  # noqa: PLC0415

        with self.writing() as connection:
            config = alembic_config(connection)
            known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
            if version is not None and version not in known:
                raise RecordsError("newer")
            command.upgrade(config, "head")

    def close(self) -> None:
        """Close every connection; SQLite folds the log into the file."""
        with self._writing:
            if self._plain is not None:
                self._plain.close()
                self._plain = None
        self.engine.dispose()


def alembic_config(connection: sa.Connection) -> "Config":
    """The migrations that ship inside the package, bound to an open connection."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def driver_of(connection: sa.Connection) -> sqlite3.Connection:
    """The driver's own connection behind an open one; it is in the same transaction."""
    return _driver(connection.connection)


def _driver(borrowed: PoolProxiedConnection) -> sqlite3.Connection:
    driver = borrowed.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the engine is made for nothing else; said for the type
    return driver


def _begin(connection: sa.Connection) -> None:
    # IMMEDIATE takes the write lock at once: a later upgrade from reading could only fail, never wait.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise RecordsError(reason_of(error.orig)) from error
    except sqlite3.Error as error:
        raise RecordsError(reason_of(error)) from error
