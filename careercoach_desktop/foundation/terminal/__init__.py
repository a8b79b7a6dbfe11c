"""What every command gets: the way to the services, and words for a terminal. No Qt, and typer only in ``commands``."""
