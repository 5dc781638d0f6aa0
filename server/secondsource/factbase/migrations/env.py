"""How Alembic runs our migrations: on the connection that `factbase.migrate` hands over, or as SQL text."""

from alembic import context

from secondsource.factbase.models import Base

connection = context.config.attributes.get("connection")
if connection is None:
    context.configure(dialect_name=context.config.attributes["dialect"], as_sql=True, target_metadata=Base.metadata)
else:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
