"""Statements: which sentences and quotations of a story say the same."""
