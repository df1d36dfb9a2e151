"""Every measure once: label, unit, accuracy, and what it cannot say."""
