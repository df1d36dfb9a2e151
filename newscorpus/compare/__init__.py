"""Articles beside each other: stories, shared passages, statements, numbers."""
