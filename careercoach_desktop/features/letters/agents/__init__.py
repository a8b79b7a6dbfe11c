"""The conversations with Claude that letters have: inputs → prompt → typed output."""
