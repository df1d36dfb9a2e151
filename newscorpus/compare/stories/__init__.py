"""Stories: which articles tell of one event."""
