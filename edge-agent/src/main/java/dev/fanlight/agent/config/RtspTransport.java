package dev.fanlight.agent.config;

import java.util.Locale;

/** How RTSP carries its media. */
public enum RtspTransport {
    /** In the connection of the requests: passes firewalls, and nothing is lost. */
    TCP,
    /** In datagrams of their own: what is lost shows until the next key frame. */
    UDP;

    /** As FFmpeg’s option {@code rtsp_transport} wants it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
