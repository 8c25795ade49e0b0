package dev.fanlight.relay.config;

/** Where the certificate comes from that the relay itself shows. */
public enum TlsMode {
    /** The relay’s own authority. */
    OWN,
    /** Files that somebody else keeps, read again when they change. */
    FILES,
    /** An authority that speaks ACME (RFC 8555), Let’s Encrypt for one. */
    ACME
}
