package dev.fanlight.media.mp4;

import java.util.List;

/** Writes fragments: {@code moof} with one run for each track, and {@code mdat} with the payloads. Stateless. */
public final class MediaFragment {

    private static final int DEFAULT_BASE_IS_MOOF = 0x02_0000;
    private static final int OFFSET_DURATION_SIZE_FLAGS_COMPOSITION = 0x00_0F01;
    private static final int SIGNED_COMPOSITION = 1;
    private static final int TIME_OF_64_BITS = 1;
    private static final int SYNC_SAMPLE = 0x0200_0000;
    private static final int DEPENDENT_SAMPLE = 0x0101_0000;
    private static final int MDAT_HEADER = 8;
    private static final int BYTES_A_SAMPLE = 16;
    private static final int BYTES_A_RUN = 128;

    private MediaFragment() {}

    /**
     * A fragment.
     *
     * @param number counts the fragments of a stream, from 1
     * @param runs of different tracks, in the order in which their payloads are stored
     */
    public static byte[] of(long number, List<Run> runs) {
        BoxWriter out = new BoxWriter(expectedBytes(runs));
        int[] offsets = new int[runs.size()];
        out.box("moof", moof -> {
            moof.fullBox("mfhd", 0, 0, box -> box.u32(number));
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = track(moof, runs.get(i));
            }
        });
        int data = out.size() + MDAT_HEADER;
        for (int i = 0; i < offsets.length; i++) {
            out.patch(offsets[i], data);
            data += runs.get(i).bytes();
        }
        out.box("mdat", mdat -> runs.forEach(run -> run.samples().forEach(sample -> mdat.raw(sample.payload()))));
        return out.toArray();
    }

    /** Returns where the offset of the run’s data stands. */
    private static int track(BoxWriter moof, Run run) {
        int[] offset = new int[1];
        moof.box("traf", traf -> {
            traf.fullBox(
                    "tfhd", 0, DEFAULT_BASE_IS_MOOF, box -> box.u32(run.track().id()));
            traf.fullBox("tfdt", TIME_OF_64_BITS, 0, box -> box.u64(run.decodeTime()));
            traf.fullBox("trun", SIGNED_COMPOSITION, OFFSET_DURATION_SIZE_FLAGS_COMPOSITION, box -> {
                box.u32(run.samples().size());
                offset[0] = box.size();
                box.u32(0);
                run.samples().forEach(sample -> sample(box, sample));
            });
        });
        return offset[0];
    }

    private static void sample(BoxWriter box, Sample sample) {
        box.u32(sample.ticks())
                .u32(sample.payload().remaining())
                .u32(sample.key() ? SYNC_SAMPLE : DEPENDENT_SAMPLE)
                .u32(sample.compositionOffset());
    }

    private static int expectedBytes(List<Run> runs) {
        int bytes = BYTES_A_RUN;
        for (Run run : runs) {
            bytes += BYTES_A_RUN + run.samples().size() * BYTES_A_SAMPLE + run.bytes();
        }
        return bytes;
    }
}
