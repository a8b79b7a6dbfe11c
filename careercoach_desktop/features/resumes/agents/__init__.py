"""Conversations with Claude about résumés: inputs → prompt → typed output. No database, no network."""
