package dev.fanlight.relay.scenario;

/** The kinds of people and programs that come to a relay. */
enum Asker {
    ANONYMOUS,
    WATCHER,
    CHATTER,
    MODERATOR,
    OTHER_AGENT,
    PUBLISHER,
    READER,
    OWNER
}
