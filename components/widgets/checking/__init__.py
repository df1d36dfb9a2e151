"""Controls and blocks of the page Check."""
