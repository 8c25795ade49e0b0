package dev.fanlight.relay.auth;

/** Everything somebody may want of the relay; each route and each kind of message asks for one of them. */
public enum Action {
    /** Load the pages, which hold nothing private, and the contract of the API. */
    OPEN_PAGE,
    /** Ask whether the relay is well. */
    READ_HEALTH,
    /** Open a socket on which one then shows who one is. */
    CONNECT,
    /** Show a secret (a link’s key, a password, a one-time link) to get a session, or give a session up. */
    SIGN_IN,
    /** See a camera’s picture and read its chat. */
    WATCH,
    /** Write in a camera’s chat, under a name of one’s choice. */
    CHAT,
    /** Remove lines of a camera’s chat, silence and ban people. */
    MODERATE,
    /** Send a camera’s picture. */
    PUBLISH,
    /** Look at everything the relay knows: cameras, links, people, devices, audit log. */
    INSPECT,
    /** Change any of it, and who may do what. */
    MANAGE,
    /** Make tokens, which outlive sessions: not by a token. */
    GRANT,
    /** Make a one-time link by which somebody becomes the owner: only on the computer the relay runs on. */
    RESET_OWNER
}
