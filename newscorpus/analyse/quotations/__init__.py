"""Quotations and reported speech: what is said, by whom, with which verb, in whose voice."""
