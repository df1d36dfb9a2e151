"""A web page to an article: which blocks are its text, and what it says of its title, author and date."""
