"""Forms of names and words for actors -> who may be meant; knows nothing of sentences."""
