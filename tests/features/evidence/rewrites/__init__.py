"""Four people, and a text for each class of rewriting of their résumés: what may be made of them, and what may not."""
