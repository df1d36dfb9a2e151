"""Statistics that hold at the small numbers a pile of news has: pure functions, each measured by simulation."""
