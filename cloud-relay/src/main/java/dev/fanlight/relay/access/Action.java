package dev.fanlight.relay.access;

/** Everything somebody may want of the relay; each route and each kind of message asks for one of them. */
public enum Action {
    /** Load the pages, which hold nothing private. */
    OPEN_PAGE,
    /** Ask whether the relay is well. */
    READ_HEALTH,
    /** Open a socket on which one then shows who one is. */
    CONNECT,
    /** See a camera’s picture and read its chat. */
    WATCH,
    /** Write in a camera’s chat, under a name of one’s choice. */
    CHAT,
    /** Send a camera’s picture. */
    PUBLISH
}
