package dev.fanlight.media.mp4;

import dev.fanlight.media.AudioShape;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.VideoShape;

/** The sample entry of a track (ISO/IEC 14496-12 §12.1.3 and §12.2.3). Stateless. */
final class SampleDescription {

    private static final int DPI_72 = 0x48_0000;
    private static final int DEPTH = 0x18;
    private static final int NO_COLOUR_TABLE = 0xFFFF;
    private static final int NAME_BYTES = 32;
    private static final int BITS_OF_A_SAMPLE = 16;
    private static final int MAX_RATE = 0xFFFF;

    private SampleDescription() {}

    static void write(BoxWriter out, Mp4Track track) {
        if (track.kind() == MediaKind.VIDEO) {
            video(out, track);
        } else {
            sound(out, track);
        }
    }

    private static void video(BoxWriter out, Mp4Track track) {
        VideoShape shape = (VideoShape) track.track().shape();
        out.box(track.entry().type(), box -> {
            box.zeros(6).u16(1).zeros(16).u16(shape.width()).u16(shape.height());
            box.u32(DPI_72)
                    .u32(DPI_72)
                    .u32(0)
                    .u16(1)
                    .zeros(NAME_BYTES)
                    .u16(DEPTH)
                    .u16(NO_COLOUR_TABLE);
            track.entry().configuration().accept(box);
            track.display()
                    .samples()
                    .ifPresent(ratio ->
                            box.box("pasp", pasp -> pasp.u32(ratio.width()).u32(ratio.height())));
        });
    }

    /** A rate that 16 bits cannot hold is left to the decoder’s configuration. */
    private static void sound(BoxWriter out, Mp4Track track) {
        int channels = ((AudioShape) track.track().shape()).channels();
        int rate = track.timescale();
        out.box(track.entry().type(), box -> {
            box.zeros(6).u16(1).zeros(8).u16(channels).u16(BITS_OF_A_SAMPLE).u32(0);
            box.u32(rate > MAX_RATE ? 0 : (long) rate << 16);
            track.entry().configuration().accept(box);
        });
    }
}
