"""Passages that articles share word for word, and what follows: copies, and own words."""
