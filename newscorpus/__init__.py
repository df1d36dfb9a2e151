"""The engine of Parallax: load, clean, analyse, store, query. Knows nothing of the page that shows it."""
