package dev.fanlight.agent.source.live;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.h264.H264NalType;
import dev.fanlight.media.h265.H265NalType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of H.264 or H.265 in Annex B into access units (H.264 §7.4.1.2.3, H.265 §7.4.2.4.4). One is complete when the next one
 * begins, or when the caller, who knows how long nothing has come, takes the rest. Not thread safe.
 */
public final class AnnexBSplitter {

    /** Longest access unit, bytes: twice what a relay takes. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int START_CODE = 3;
    private static final int FIRST_BYTES = 1024;
    /** Of a NAL unit, up to the flag of a frame's first slice. */
    private static final int HEAD = 3;

    private final boolean h265;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;
    private int scanned;
    private boolean hasSlice;

    /** For H.265 instead of H.264. */
    public AnnexBSplitter(boolean h265) {
        this.h265 = h265;
    }

    /** Which codec a stream is of, if it is Annex B: {@code true} for H.265. It begins with a parameter set or a delimiter. */
    public static Optional<Boolean> isH265(ByteBuffer begin) {
        int at = startCode(begin, begin.position());
        if (at != begin.position() && !(at == begin.position() + 1 && begin.get(begin.position()) == 0)) {
            return Optional.empty();
        }
        ByteBuffer nal = begin.duplicate().position(at + START_CODE);
        int h265 = H265NalType.of(nal);
        boolean first = h265 == H265NalType.VPS || h265 == H265NalType.DELIMITER || h265 == H265NalType.SPS;
        return Optional.of(first && H265NalType.temporalId(nal) == 0);
    }

    /**
     * Takes bytes in.
     *
     * @throws BitstreamException when an access unit becomes longer than {@link #MAX_BYTES}; what it held is dropped
     */
    public void add(byte[] more, int count) throws BitstreamException {
        if (size + count > MAX_BYTES) {
            take(size);
            throw new BitstreamException("an access unit of more than " + MAX_BYTES + " bytes");
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
        System.arraycopy(more, 0, bytes, size, count);
        size += count;
    }

    /** The next access unit that is complete because another one has begun. */
    public Optional<ByteBuffer> next() {
        ByteBuffer all = ByteBuffer.wrap(bytes, 0, size);
        while (true) {
            int at = startCode(all, scanned);
            if (at + START_CODE + HEAD > size) {
                scanned = Math.min(at, Math.max(scanned, size - START_CODE + 1));
                return Optional.empty();
            }
            ByteBuffer nal = all.duplicate().position(at + START_CODE);
            if (hasSlice && begins(nal)) {
                int begin = at > 0 && bytes[at - 1] == 0 ? at - 1 : at;
                return Optional.of(take(begin));
            }
            hasSlice |= isSlice(nal);
            scanned = at + START_CODE;
        }
    }

    /** What has come of an access unit with a frame: it is complete, because nothing has followed. */
    public Optional<ByteBuffer> rest() {
        return hasSlice ? Optional.of(take(size)) : Optional.empty();
    }

    /** Whether {@link #rest} would give one. */
    public boolean hasRest() {
        return hasSlice;
    }

    private ByteBuffer take(int count) {
        ByteBuffer unit = ByteBuffer.wrap(Arrays.copyOf(bytes, count));
        System.arraycopy(bytes, count, bytes, 0, size - count);
        size -= count;
        scanned = 0;
        hasSlice = false;
        return unit;
    }

    private boolean isSlice(ByteBuffer nal) {
        return h265 ? H265NalType.isSlice(nal) : H264NalType.isSlice(nal);
    }

    /** Whether a NAL unit behind a slice belongs to the next access unit. */
    private boolean begins(ByteBuffer nal) {
        int flagAt = nal.position() + (h265 ? 2 : 1);
        if (isSlice(nal)) {
            // first_mb_in_slice 0 is a single bit 1, as is first_slice_segment_in_pic_flag.
            return nal.get(flagAt) < 0;
        }
        return h265 ? beginsH265(H265NalType.of(nal)) : beginsH264(H264NalType.of(nal));
    }

    private static boolean beginsH264(int type) {
        return (type >= H264NalType.SEI && type <= H264NalType.DELIMITER) || (type >= 14 && type <= 18);
    }

    private static boolean beginsH265(int type) {
        boolean prefix = (type >= H265NalType.VPS && type <= H265NalType.DELIMITER) || type == H265NalType.PREFIX_SEI;
        return prefix || (type >= 41 && type <= 44) || (type >= 48 && type <= 55);
    }

    private static int startCode(ByteBuffer bytes, int from) {
        for (int i = from; i + 2 < bytes.limit(); i++) {
            if (bytes.get(i + 2) == 1 && bytes.get(i) == 0 && bytes.get(i + 1) == 0) {
                return i;
            }
        }
        return bytes.limit();
    }
}
