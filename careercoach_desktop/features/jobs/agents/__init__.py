"""The conversations with Claude that jobs have: inputs → prompt → typed output."""
