"""What takes long to work out of the whole archive: done once a day, and kept with its day for the pages that tell it."""
