"""Searching in the texts: hits, where they stand, how often over time, beside which words."""
