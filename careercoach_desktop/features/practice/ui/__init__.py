"""The Practice page: set up, question by question, result, history."""
