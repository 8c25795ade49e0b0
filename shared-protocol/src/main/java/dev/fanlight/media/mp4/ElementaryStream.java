package dev.fanlight.media.mp4;

/** The ES_Descriptor around an AudioSpecificConfig (ISO/IEC 14496-1 §7.2.6.5). Stateless. */
final class ElementaryStream {

    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC_INFO = 5;
    private static final int SYNC_LAYER_CONFIG = 6;
    private static final int MPEG4_AUDIO = 0x40;
    private static final int AUDIO_STREAM = 0x15;
    private static final int PREDEFINED_FOR_MP4 = 2;
    private static final int ES_HEAD = 3;
    private static final int DECODER_HEAD = 13;
    private static final int HEADER = 5;

    private ElementaryStream() {}

    static void write(BoxWriter out, byte[] config) {
        int decoder = DECODER_HEAD + HEADER + config.length;
        header(out, ES_DESCRIPTOR, ES_HEAD + HEADER + decoder + HEADER + 1);
        out.u16(0).u8(0);
        header(out, DECODER_CONFIG, decoder);
        out.u8(MPEG4_AUDIO).u8(AUDIO_STREAM).zeros(3 + 4 + 4);
        header(out, DECODER_SPECIFIC_INFO, config.length);
        out.raw(config);
        header(out, SYNC_LAYER_CONFIG, 1);
        out.u8(PREDEFINED_FOR_MP4);
    }

    /** A tag and a size in four groups of 7 bits. */
    private static void header(BoxWriter out, int tag, int size) {
        out.u8(tag);
        for (int shift = 21; shift > 0; shift -= 7) {
            out.u8(0x80 | ((size >>> shift) & 0x7F));
        }
        out.u8(size & 0x7F);
    }
}
