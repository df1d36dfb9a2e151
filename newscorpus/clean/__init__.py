"""Raw articles to articles, and what was cut from them and why."""
