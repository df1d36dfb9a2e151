"""One story: its articles, its statements, and how each source tells them."""
