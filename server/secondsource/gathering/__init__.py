"""Which articles tell of one event: what each can be known by, how alike two are, and how all of them fall together."""
