"""Every table that flows: columns, types, units, keys."""
