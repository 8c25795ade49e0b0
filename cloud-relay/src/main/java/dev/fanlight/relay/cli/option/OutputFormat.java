package dev.fanlight.relay.cli.option;

/** In which form a command prints what it found. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
