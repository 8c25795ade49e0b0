package dev.fanlight.relay.access;

/** What a link allows; each role includes the ones before it. */
public enum Role {
    /** See the picture, read the chat. */
    WATCHER,
    /** Also write in the chat. */
    CHATTER
}
