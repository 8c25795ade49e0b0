package dev.fanlight.relay.auth;

/** What a principal may be allowed to do; each route and each type of message requires one of these. */
public enum Action {
    /** Load the pages, which hold nothing private, and the contract of the API. */
    OPEN_PAGE,
    /** Read the health report. */
    READ_HEALTH,
    /** Open a socket, on which the client then authenticates. */
    CONNECT,
    /** Exchange a secret (a link’s key, a password, a one-time link) for a session, or end a session. */
    SIGN_IN,
    /** Watch a camera and read its chat. */
    WATCH,
    /** Write in a camera’s chat, under a chosen name. */
    CHAT,
    /** Remove messages from a camera’s chat, time people out and ban them. */
    MODERATE,
    /** Move a camera’s head. */
    STEER,
    /** See what was recorded of a camera, as far back as {@link RewindRight} says. */
    REWIND,
    /** Publish a camera’s stream. */
    PUBLISH,
    /** Read everything the relay knows: cameras, links, viewers, devices, audit log. */
    INSPECT,
    /** Change any of it, access rights included. */
    MANAGE,
    /** Create API tokens, which outlive sessions: not with a token. */
    GRANT,
    /** Create the one-time link that sets the owner’s password: only on the computer the relay runs on. */
    RESET_OWNER
}
