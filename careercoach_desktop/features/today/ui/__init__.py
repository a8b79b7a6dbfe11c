"""Today on screen: what needs the person, how the search stands, what comes and what happened."""
