"""The letter’s page and the drawer’s Letter tab."""
