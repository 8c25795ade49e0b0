package dev.fanlight.relay.metrics;

/** The counters of a relay, from its start. */
public enum RelayCounter {
    FRAMES_IN("access units received from agents"),
    FRAMES_OUT("access units written to viewers, counted for each viewer"),
    FRAMES_DROPPED_SLOW_VIEWER("access units dropped for a viewer that was slow or waited for a key frame"),
    FRAMES_DROPPED_SLOW_READER("access units dropped for a slow gateway, recording or forwarding"),
    FRAMES_DROPPED_BROKEN_CHAIN(
            "access units dropped between a gap and the next key frame, or because of another epoch"),
    VIEWERS_ADMITTED("viewers admitted"),
    VIEWERS_REFUSED("viewers refused for a wrong key or an unknown camera"),
    VIEWERS_TOO_SLOW("viewers disconnected because they accepted nothing for too long"),
    PUBLISHERS_ADMITTED("publishers whose device key or publish key was valid"),
    PUBLISHERS_REFUSED("publishers whose signature, device, publish key or join code was not valid"),
    ORIGINS_REFUSED("sockets refused to pages of another origin"),
    ADDRESSES_LIMITED("requests and sockets refused by the rate limits of addresses"),
    HANDSHAKES_EVICTED("connections closed in their TLS handshake because too many were in theirs"),
    REQUESTS_MALFORMED("requests that were not valid HTTP or whose body could not be read"),
    PROTOCOL_ERRORS("sockets closed because of a protocol error"),
    CHILDREN_STARTED("FFmpeg processes started"),
    CHILDREN_REFUSED("FFmpeg processes not started because there were too many"),
    CHILDREN_FAILED("FFmpeg processes that failed or could not be started"),
    CHAT_LINES("chat lines stored"),
    CHAT_REFUSED("chat lines refused");

    private final String meaning;

    RelayCounter(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, worded to continue “number of”. */
    public String meaning() {
        return meaning;
    }
}
