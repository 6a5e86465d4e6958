"""What of a site is no HTML page: the search index and the map for search engines."""
