"""Vietnamese text: folding, slugs, order, display formats, old encodings and the catalogue of words."""
