"""Tone: of sentences, and of sentences towards one name."""
