"""Charts: pure functions of a table that return a figure, each with the sentence that stands for it."""
