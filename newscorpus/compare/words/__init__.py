"""The words of a corpus, counted and indexed."""
