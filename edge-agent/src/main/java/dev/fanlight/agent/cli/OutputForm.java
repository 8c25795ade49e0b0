package dev.fanlight.agent.cli;

/** Forms of what a command prints. */
enum OutputForm {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
