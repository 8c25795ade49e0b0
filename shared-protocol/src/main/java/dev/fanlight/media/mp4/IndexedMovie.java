package dev.fanlight.media.mp4;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one file of an init segment that {@link InitSegment} wrote and fragments: it says at once how long it is and where everything lies, and
 * begins at time 0. Stateless.
 */
public final class IndexedMovie {

    private static final int FULL_HEADER = Box.HEADER + 4;
    private static final int TRACK_ID = FULL_HEADER + 8;
    private static final int TIMESCALE = FULL_HEADER + 8;
    private static final int VIDEO = 1;
    private static final int STARTS_WITH_SAP = 0x9000_0000;
    private static final int ENTRY_BYTES = 12;
    private static final int MILLI = 1_000;
    private static final long SECOND = 1_000_000;

    private IndexedMovie() {}

    /**
     * Fragments that lie together.
     *
     * @param bytes how many
     * @param micros how long their video lasts
     * @param isKey whether they begin with a key frame
     */
    public record Piece(int bytes, long micros, boolean isKey) {}

    /** What such a file begins with; the pieces follow, at most 65,535. */
    public static byte[] header(byte[] init, List<Piece> pieces) {
        long micros = pieces.stream().mapToLong(Piece::micros).sum();
        BoxWriter out = new BoxWriter(init.length + FULL_HEADER * 4 + pieces.size() * ENTRY_BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(init);
        for (Box box : Box.between(bytes, 0, init.length)) {
            if (box.type().equals("moov")) {
                out.box("moov", moov -> movie(moov, bytes, box, micros));
            } else if (!box.type().equals("free")) {
                out.raw(bytes.slice(box.start(), box.size()));
            }
        }
        out.fullBox("sidx", 1, 0, sidx -> {
            sidx.u32(VIDEO).u32(Mp4Track.VIDEO_TIMESCALE).u64(0).u64(0).u16(0).u16(pieces.size());
            pieces.forEach(piece -> sidx.u32(piece.bytes())
                    .u32(piece.micros())
                    .u32(piece.isKey() ? Integer.toUnsignedLong(STARTS_WITH_SAP) : 0));
        });
        return out.toArray();
    }

    /** The ticks a second of the tracks, by number. */
    public static Map<Integer, Integer> timescales(byte[] init) {
        ByteBuffer bytes = ByteBuffer.wrap(init);
        Map<Integer, Integer> scales = new HashMap<>();
        for (Box box : Box.between(bytes, 0, init.length)) {
            for (Box trak : box.type().equals("moov") ? Box.in(bytes, box) : List.<Box>of()) {
                if (trak.type().equals("trak")) {
                    List<Box> boxes = Box.in(bytes, trak);
                    int id = bytes.getInt(Box.first(boxes, "tkhd").orElseThrow().start() + TRACK_ID);
                    Box media = Box.first(boxes, "mdia").orElseThrow();
                    Box header = Box.first(Box.in(bytes, media), "mdhd").orElseThrow();
                    scales.put(id, bytes.getInt(header.start() + TIMESCALE));
                }
            }
        }
        return scales;
    }

    /**
     * Moves all fragments of a piece to an earlier time, in place.
     *
     * @param byMicros how much
     * @param timescales of the tracks, by number
     */
    public static void moveBack(byte[] piece, long byMicros, Map<Integer, Integer> timescales) {
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        for (Box box : Box.between(bytes, 0, piece.length)) {
            if (box.type().equals("moof")) {
                ByteBuffer fragment = bytes.slice(box.start(), piece.length - box.start());
                for (FragmentTimes times : FragmentTimes.of(fragment)) {
                    long scale = timescales.getOrDefault(times.track(), Mp4Track.VIDEO_TIMESCALE);
                    long ticks = byMicros / SECOND * scale + byMicros % SECOND * scale / SECOND;
                    fragment.putLong(times.timePosition(), Math.max(0, times.decodeTime() - ticks));
                }
            }
        }
    }

    private static void movie(BoxWriter out, ByteBuffer bytes, Box moov, long micros) {
        for (Box box : Box.in(bytes, moov)) {
            if (box.type().equals("mvex")) {
                out.box("mvex", mvex -> {
                    mvex.fullBox("mehd", 1, 0, mehd -> mehd.u64(micros / MILLI));
                    mvex.raw(bytes.slice(box.content(), box.size() - Box.HEADER));
                });
            } else {
                out.raw(bytes.slice(box.start(), box.size()));
            }
        }
    }
}
