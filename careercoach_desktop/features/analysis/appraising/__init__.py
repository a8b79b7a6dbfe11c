"""A posting appraised."""
