"""What a person can do with interviews, as verbs."""
