package dev.fanlight.relay.gateway.hls;

import io.vertx.core.buffer.Buffer;

/**
 * A partial segment: one fragment of MP4. Immutable; its bytes are shared by all answers and must not be written to.
 *
 * @param bytes the fragment
 * @param micros how long its video lasts
 * @param independent whether it begins with a key frame
 */
record Part(Buffer bytes, long micros, boolean independent) {}
