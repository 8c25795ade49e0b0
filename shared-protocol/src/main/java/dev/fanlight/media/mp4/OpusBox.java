package dev.fanlight.media.mp4;

import dev.fanlight.media.opus.OpusHead;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The content of {@code dOps}, from the fields of an identification header, which stand the other way round there. Stateless. */
final class OpusBox {

    private static final int HEAD_BYTES = 19;

    private OpusBox() {}

    /** Without a header: mono or stereo, and nothing to skip. */
    static void write(BoxWriter out, Optional<OpusHead> head, int channels) {
        if (head.isEmpty()) {
            out.u8(0).u8(channels).u16(0).u32(OpusHead.SAMPLE_RATE).u16(0).u8(0);
            return;
        }
        OpusHead known = head.get();
        out.u8(0).u8(known.channels()).u16(known.preSkip()).u32(known.inputRate());
        out.u16(known.gain()).u8(known.mappingFamily());
        byte[] record = known.record();
        if (known.mappingFamily() != 0) {
            out.raw(ByteBuffer.wrap(record, HEAD_BYTES, record.length - HEAD_BYTES));
        }
    }
}
