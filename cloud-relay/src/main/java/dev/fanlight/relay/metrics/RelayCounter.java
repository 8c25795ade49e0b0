package dev.fanlight.relay.metrics;

/** Everything the relay counts since it started. */
public enum RelayCounter {
    FRAMES_IN("access units that agents sent"),
    FRAMES_OUT("access units that were written to viewers, each viewer counted"),
    FRAMES_DROPPED_SLOW_VIEWER("access units that a viewer did not get because it was slow or waited for a key frame"),
    FRAMES_DROPPED_SLOW_READER("access units that a gateway, recording or forwarding was too slow for"),
    FRAMES_DROPPED_BROKEN_CHAIN(
            "access units that came after a hole and before the next key frame, or of another epoch"),
    VIEWERS_ADMITTED("players whose key was good"),
    VIEWERS_REFUSED("players with a wrong key or an unknown camera"),
    VIEWERS_TOO_SLOW("players that were disconnected because they took nothing for too long"),
    PUBLISHERS_ADMITTED("publishers whose device key or publish key was valid"),
    PUBLISHERS_REFUSED("publishers whose signature, device, publish key or join code was not valid"),
    ORIGINS_REFUSED("sockets that a page of another origin asked for"),
    ADDRESSES_LIMITED("requests and sockets of addresses that asked for too many"),
    PROTOCOL_ERRORS("sockets that were closed because of what they sent"),
    CHAT_LINES("chat lines that were stored"),
    CHAT_REFUSED("chat lines that were not taken");

    private final String meaning;

    RelayCounter(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, to go on after “number of”. */
    public String meaning() {
        return meaning;
    }
}
