package dev.fanlight.media.mp4;

import java.nio.ByteBuffer;

/**
 * One access unit of a fragment. Immutable, but for its payload.
 *
 * @param ticks how long it lasts, in ticks of its track
 * @param compositionOffset presentation − decoding time, in ticks; may be negative
 * @param key whether decoding can start here
 * @param payload NAL units behind u32 lengths, or one frame or packet of another codec; not consumed
 */
public record Sample(long ticks, int compositionOffset, boolean key, ByteBuffer payload) {}
