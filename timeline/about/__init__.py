"""What is told of the site itself: which keys its pages have, what was read for it."""
