from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from madoguchi.records.database import FILE, HEAD, Database, alembic_config
from madoguchi.records.tables import metadata


def test_the_migrations_build_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)
    database.migrate()

    with database.reading() as connection:
        drift = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    database.close()
    assert drift == []


def test_the_newest_migration_is_the_one_a_start_expects(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)

    with database.writing() as connection:
        heads = ScriptDirectory.from_config(alembic_config(connection)).get_heads()
    database.close()
    assert heads == [HEAD]
