package dev.fanlight.relay.client;

import io.netty.buffer.ByteBuf;

/** Receives frames from a {@link FrameReader}, part by part as they arrive. Event loop only. */
interface FrameSink {

    /** A frame begins; {@code length} is that of its payload, in bytes, as announced and not yet checked. */
    void begin(int opcode, long length);

    /** {@code length} bytes of the frame, from {@code index} of {@code in}; the caller keeps ownership, and the reader index must not move. */
    void part(ByteBuf in, int index, int length);

    /** The frame is complete. */
    void end();
}
