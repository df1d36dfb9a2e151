"""Controls and blocks of the pages on words and the concordance."""
