"""Controls and blocks that pages of several places use."""
