"""Run by alembic on the connection and inside the transaction that ``storage.revisions`` opened; never on its own."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from careercoach_desktop.foundation.storage.revisions import is_declared


def _plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Revisions speak of what SQLite keeps, not of Python classes that may move or go."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    render_as_batch=True,
    compare_type=True,
    include_name=is_declared,
    render_item=_plain_type,
)
context.run_migrations()
