"""What a person can do with practice interviews, as verbs."""
