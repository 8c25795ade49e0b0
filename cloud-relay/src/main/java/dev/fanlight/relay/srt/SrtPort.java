package dev.fanlight.relay.srt;

import java.net.InetAddress;

/**
 * Where callers come to. Immutable.
 *
 * @param address of this computer
 * @param port 1–65535, UDP
 * @param latencyMillis for how long a lost packet may be sent again; the larger one of both sides counts
 */
public record SrtPort(InetAddress address, int port, int latencyMillis) {}
