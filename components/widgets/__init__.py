"""Controls and blocks that several pages use."""
