package dev.fanlight.relay.cli.option;

/** Output format of a command. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
