"""The tailor review and the drawer's Tailor tab."""
