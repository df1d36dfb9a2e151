"""Which words set a source apart."""
