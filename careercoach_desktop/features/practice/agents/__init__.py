"""Conversations of practice with Claude."""
