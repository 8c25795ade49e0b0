package dev.fanlight.relay.bench.crowd;

import io.netty.buffer.ByteBuf;

/** Gets what a {@link FrameReader} reads, piece by piece as it arrives. Event loop only. */
interface FrameSink {

    /** A frame begins. */
    void begin(int opcode, long length);

    /** {@code length} bytes of the frame, from {@code index} of {@code in}; neither to be moved nor kept. */
    void part(ByteBuf in, int index, int length);

    /** The frame is complete. */
    void end();
}
