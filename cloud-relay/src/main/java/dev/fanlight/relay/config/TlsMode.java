package dev.fanlight.relay.config;

/** Where the certificate comes from that the relay itself shows. */
public enum TlsMode {
    /** The relay’s own authority. */
    OWN,
    /** Files that another program keeps up to date, read again when they change. */
    FILES,
    /** An authority that speaks ACME (RFC 8555), Let’s Encrypt for one. */
    ACME
}
