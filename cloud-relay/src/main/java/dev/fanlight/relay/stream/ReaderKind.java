package dev.fanlight.relay.stream;

import java.util.Locale;

/** The kind of a reader: what it is for, and for players by which protocol. Only viewers are counted as such; every kind keeps a camera running. */
public enum ReaderKind {
    /** The relay’s own player. */
    WEBSOCKET(true),
    /** FLV over HTTP and WebSockets. */
    FLV(true),
    /** HLS. */
    HLS(true),
    /** RTMP and RTMPS. */
    RTMP(true),
    /** RTSP and RTSPS. */
    RTSP(true),
    /** SRT. */
    SRT(true),
    /** WebRTC. */
    WHEP(true),
    /** Motion JPEG, and single stills. */
    STILL(true),
    /** Players of the stream that is made of a camera’s own with its video transcoded, whatever their protocol. */
    TRANSCODED(true),
    /** Shows the stream to people by a protocol that is not named here. */
    VIEWER(true),
    /** Writes it to a file. */
    RECORDER(false),
    /** Sends it on to another server. */
    FORWARDER(false),
    /** Makes another stream of it. */
    TRANSCODER(false),
    /** Passes it on to another relay. */
    RELAY(false);

    private final boolean viewers;

    ReaderKind(boolean viewers) {
        this.viewers = viewers;
    }

    /** Whether its consumers are viewers. */
    public boolean isOfViewers() {
        return viewers;
    }

    /** The word in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
