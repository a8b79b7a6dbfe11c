"""Conversations with Claude about a résumé as a whole, and about a job."""
