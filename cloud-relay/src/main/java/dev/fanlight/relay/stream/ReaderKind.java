package dev.fanlight.relay.stream;

/** The kind of a reader. Only viewers are counted as such; every kind keeps a camera running. */
public enum ReaderKind {
    /** Shows the stream to people. */
    VIEWER,
    /** Writes it to a file. */
    RECORDER,
    /** Sends it on to another server. */
    FORWARDER,
    /** Makes another stream of it. */
    TRANSCODER,
    /** Passes it on to another relay. */
    RELAY
}
