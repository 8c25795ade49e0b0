package dev.fanlight.relay.http.route;

/** The ways into the relay. */
public enum ListenerRole {
    /** Over TLS, for everybody. */
    TLS,
    /** Without TLS, for browsers on this computer. */
    PLAIN,
    /** Without TLS, for a proxy that everybody comes by. */
    PROXY,
    /** Without TLS, for the command line of this computer: the API and nothing else. */
    LOCAL;

    /** Whether pages of others could be made to look like the relay’s own: where no certificate says whose name it is. */
    public boolean needsOwnHost() {
        return this == PLAIN || this == LOCAL;
    }
}
