"""Files with files inside: unpacked in memory under one budget; nothing is written to disk."""
