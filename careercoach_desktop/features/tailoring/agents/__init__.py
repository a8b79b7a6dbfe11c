"""The conversations with Claude that tailoring has: inputs → prompt → typed output."""
