"""Plain text to an article: which lines are its text, and what stands above, between and below."""
