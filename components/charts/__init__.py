"""Pure functions from a small table to a Plotly figure."""
