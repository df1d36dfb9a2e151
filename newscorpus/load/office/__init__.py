"""Documents of office programs, books and paper."""
