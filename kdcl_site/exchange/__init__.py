"""Lists that schools keep elsewhere (spreadsheets, documents), in and out."""
