"""What each source wrote: counts, measures, days."""
