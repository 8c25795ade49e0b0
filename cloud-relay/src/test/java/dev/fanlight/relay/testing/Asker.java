package dev.fanlight.relay.testing;

/** The kinds of people and programs that come to a relay. */
public enum Asker {
    ANONYMOUS,
    WATCHER,
    CHATTER,
    MODERATOR,
    OTHER_AGENT,
    PUBLISHER,
    READER,
    OWNER
}
