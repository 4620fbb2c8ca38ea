"""Who comes in where: every address of the site × everybody × every method, each with the answer that is expected of it."""
