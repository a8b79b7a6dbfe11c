"""Conversations with Claude about interviews: inputs in, a request out; no database and no network."""
