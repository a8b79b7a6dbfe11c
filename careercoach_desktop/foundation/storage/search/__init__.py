"""Finding anything by its words: one full-text index (FTS5) inside the data file, kept true by the features' stores.

``model`` holds what goes in and what comes out, ``words`` turns text into what the index understands, ``index`` is the
accessor for stores (inside the caller's transaction), ``service`` searches and fills.
"""
