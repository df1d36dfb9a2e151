"""Names: found in a text, given a kind, and merged into entities."""
