"""Briefings beside a round: its preparation, its company, the people who ask."""
