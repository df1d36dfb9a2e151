"""Who is quoted, with which verb, in whose voice."""
