package dev.fanlight.log;

/** The forms of a log. */
public enum LogForm {
    /** For people. */
    TEXT,
    /** For programs, one JSON object a line. */
    JSON
}
