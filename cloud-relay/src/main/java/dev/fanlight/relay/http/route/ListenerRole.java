package dev.fanlight.relay.http.route;

/** What a listener is for. */
public enum ListenerRole {
    /** With TLS, for everyone. */
    TLS,
    /** Without TLS, for browsers on this computer. */
    PLAIN,
    /** Without TLS, for a proxy through which all clients connect. */
    PROXY,
    /** Without TLS, for the command line of this computer: the API and nothing else. */
    LOCAL;

    /** Whether the host name has to be checked: where no certificate proves it, a foreign page could pose as the relay’s own. */
    public boolean needsOwnHost() {
        return this == PLAIN || this == LOCAL;
    }
}
