"""Controls and blocks of the pages on sources, voices and names."""
