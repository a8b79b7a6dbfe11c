"""The words of working life: tokens that survive inflection and punctuation, skills and their aliases, degrees."""
