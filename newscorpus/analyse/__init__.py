"""Articles to measures, mentions and quotations, one module a measure family."""
