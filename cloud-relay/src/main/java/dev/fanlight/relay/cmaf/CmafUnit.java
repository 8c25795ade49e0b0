package dev.fanlight.relay.cmaf;

import java.nio.ByteBuffer;

/**
 * An access unit on the timeline of a muxer. Immutable.
 *
 * @param micros decoding time since the muxer began, µs
 * @param offsetMicros presentation − decoding time, µs
 * @param key whether decoding can start here
 * @param wallMicros when it was captured, µs since 1970 on the relay’s clock
 * @param payload its bytes; no frame needs to be retained for them
 */
public record CmafUnit(long micros, int offsetMicros, boolean key, long wallMicros, ByteBuffer payload) {}
