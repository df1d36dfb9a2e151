"""Who and what is named, by source."""
