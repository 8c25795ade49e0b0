package dev.fanlight.agent.source;

/** What can be seen of a source that has failed without opening it. */
public enum SourcePresence {
    /** Nothing: only opening it shows whether it works. */
    UNKNOWN,
    /** It is not plugged in: opening it would fail. */
    ABSENT,
    /** It was not plugged in when it was looked at last, and is now. */
    RETURNED
}
