"""The conversations with Claude that matching has: inputs → prompt → typed output."""
