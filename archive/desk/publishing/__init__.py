"""Publishing: what waits for the public, a document at a time, with all that goes out with it; and changes of what is public that somebody
proposes. `cards` is what a publisher sees of one statement, `deeds` what he does with it."""
