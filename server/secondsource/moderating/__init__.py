"""Moderators, their decisions, and what is in force because of them."""
