"""Controls and blocks of the pages on stories and overlap."""
