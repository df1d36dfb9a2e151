"""(store, selection) to small tables that answer one question each."""
