package dev.fanlight.media.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The times of one track in a fragment that {@link MediaFragment} wrote. Immutable.
 *
 * @param track number of the track
 * @param timePosition where its decoding time stands in the fragment: 64 bits
 * @param decodeTime of the first sample, in ticks
 * @param ticks how long all samples last
 * @param startsWithKey whether decoding can start at the first sample
 */
public record FragmentTimes(int track, int timePosition, long decodeTime, long ticks, boolean startsWithKey) {

    private static final int FULL_HEADER = Box.HEADER + 4;
    private static final int TRUN_HEADER = FULL_HEADER + 8;
    private static final int SAMPLE_BYTES = 16;
    private static final int FLAGS = 8;
    private static final int NOT_SYNC = 0x01_0000;

    /**
     * The times of all tracks of the fragment whose {@code moof} the buffer begins with; empty when it is none, or one of another program.
     *
     * @param fragment big-endian; its position and limit are not used
     */
    public static List<FragmentTimes> of(ByteBuffer fragment) {
        List<Box> top = Box.between(fragment, 0, fragment.limit());
        if (top.isEmpty() || !top.get(0).type().equals("moof")) {
            return List.of();
        }
        List<FragmentTimes> times = new ArrayList<>();
        for (Box traf : Box.in(fragment, top.get(0))) {
            if (traf.type().equals("traf")) {
                track(fragment, Box.in(fragment, traf)).ifPresent(times::add);
            }
        }
        return times;
    }

    private static Optional<FragmentTimes> track(ByteBuffer bytes, List<Box> boxes) {
        Optional<Box> header = Box.first(boxes, "tfhd");
        Optional<Box> time = Box.first(boxes, "tfdt");
        Optional<Box> run = Box.first(boxes, "trun");
        if (header.isEmpty() || time.isEmpty() || run.isEmpty() || run.get().size() < TRUN_HEADER) {
            return Optional.empty();
        }
        int count = bytes.getInt(run.get().start() + FULL_HEADER);
        if (count < 1 || run.get().size() != TRUN_HEADER + (long) count * SAMPLE_BYTES) {
            return Optional.empty();
        }
        int first = run.get().start() + TRUN_HEADER;
        long ticks = 0;
        for (int i = 0; i < count; i++) {
            ticks += Integer.toUnsignedLong(bytes.getInt(first + i * SAMPLE_BYTES));
        }
        int timePosition = time.get().start() + FULL_HEADER;
        boolean key = (bytes.getInt(first + FLAGS) & NOT_SYNC) == 0;
        return Optional.of(new FragmentTimes(
                bytes.getInt(header.get().start() + FULL_HEADER),
                timePosition,
                bytes.getLong(timePosition),
                ticks,
                key));
    }
}
