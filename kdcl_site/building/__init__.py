"""From folders to a site: compile each school on its own, stamp its pages into frames, publish all at once."""
