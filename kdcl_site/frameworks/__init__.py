"""The law as data: the catalogues of frameworks (circulars) and what they mean."""
