package dev.fanlight.relay.config;

/** Which certificate agents see, and so what their signatures must name. */
public enum ServerKeyMode {
    /** The relay’s own: agents must name the key it serves. */
    OWN,
    /** A proxy’s in front, which the system’s authorities vouch for: agents may name {@code webpki}. */
    WEBPKI
}
