"""The model as RDF quads, by what is said: of the vocabulary, of documents, of quotes, of claims."""
