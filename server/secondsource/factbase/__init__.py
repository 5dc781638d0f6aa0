"""SQLAlchemy models, sessions, look-ups by key, and the migrations that make the tables.

Articles, their versions, moderators and decisions are the only stored truth. Passages, claims, relations, facts,
origins, terms, rulings, carriers and the stories that articles were moved to are derived: delete them, run `rebuild`,
and the same ids come back.
"""
