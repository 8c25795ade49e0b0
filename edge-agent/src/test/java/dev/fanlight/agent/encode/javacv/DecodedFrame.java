package dev.fanlight.agent.encode.javacv;

import java.nio.ByteBuffer;

/**
 * What came out of the decoder.
 *
 * @param luma brightness plane, copied
 */
public record DecodedFrame(ByteBuffer luma, int stride, int width, int height) {}
