"""Tables on disk: written whole or not at all, opened read-only."""
