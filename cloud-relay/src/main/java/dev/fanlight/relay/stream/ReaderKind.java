package dev.fanlight.relay.stream;

/** What reads a stream. Only viewers are people; all kinds keep a camera running. */
public enum ReaderKind {
    /** Shows the stream to people. */
    VIEWER,
    /** Writes it to a file. */
    RECORDER,
    /** Sends it on to another server. */
    FORWARDER,
    /** Passes it on to another relay. */
    RELAY
}
