package dev.fanlight.relay.bench.crowd;

/** How far a viewer has come. */
enum ViewerPhase {
    /** It waits for the answer to its request. */
    UPGRADING,
    /** It has said what it watches and waits for an answer. */
    ENTERING,
    /** It may watch, and waits for the first picture. */
    ADMITTED,
    /** Pictures come. */
    WATCHING,
    /** Its socket is closed. */
    GONE
}
