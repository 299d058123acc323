"""Runs the migrations on the connection the records hand over; there is no other way to run them."""

from alembic import context

from madoguchi.records.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
