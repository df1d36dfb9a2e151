"""Exports of news databases, one module a vendor: many articles in one file, each in its vendor's layout."""
