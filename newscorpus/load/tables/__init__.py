"""Tables to raw articles: which column is which, what stands in a cell, and the day that a column proves."""
