"""Facts of language that every room needs: words, sentences, quotation marks, spellings, titles, numbers, dates."""
