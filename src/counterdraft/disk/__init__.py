"""Files that survive a crash, and one writer at a time: what every store on disk stands on."""
