"""How a made-up archive is made: what it holds (`made_up`), its small tables and its large ones, and how they are written."""
