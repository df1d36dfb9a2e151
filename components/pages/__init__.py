"""One module a page, one question a page."""
