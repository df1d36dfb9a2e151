"""Controls and blocks of the page Corpus."""
