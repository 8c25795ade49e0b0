package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.GreyFrames;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.H264Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.h264.H264NalType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An encoder that cannot change its bit rate, so that it is closed and opened again for that, which costs a key frame; changes of less than
 * a tenth are not worth one. Where it writes its parameter sets only before its first key frame, it is given grey frames until it has. The
 * thread that opens it uses and closes it; all native memory is freed by {@link #close()}.
 */
final class ReopenedEncoder implements VideoEncoder {

    /** An encoder that has written no parameter sets by then will not. */
    private static final int MAX_GREY_FRAMES = 3;

    private static final long GREY_END_MICROS = 1_000_000;
    private static final double LEAST_CHANGE = 0.1;

    /** Where level_idc is in an SPS, behind the NAL unit's header. */
    private static final int SPS_LEVEL = 3;

    /** Opens the encoder with a bit rate. */
    interface Opening {
        H264Session open(int bitsPerSecond) throws EncodeException;
    }

    private final FrameFormat frames;
    private final Opening opening;
    private final VideoFormat format;
    private Optional<H264Session> session;
    private int rate;
    private boolean begun;

    private ReopenedEncoder(FrameFormat frames, Opening opening, int rate, H264Session session, VideoFormat format) {
        this.frames = frames;
        this.opening = opening;
        this.rate = rate;
        this.session = Optional.of(session);
        this.format = format;
    }

    /** Opens one that begins with this bit rate. */
    static ReopenedEncoder open(FrameFormat frames, int bitsPerSecond, Opening opening) throws EncodeException {
        H264Session session = opening.open(bitsPerSecond);
        try {
            return new ReopenedEncoder(frames, opening, bitsPerSecond, session, formatOf(session, frames));
        } catch (EncodeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    @Override
    public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
        boolean first = !begun;
        begun = true;
        return now().encode(frame, key || first, ReopenedEncoder::live, Optional.empty());
    }

    @Override
    public void bitRate(int bitsPerSecond) throws EncodeException {
        if (Math.abs(bitsPerSecond - rate) < LEAST_CHANGE * rate) {
            return;
        }
        close();
        H264Session next = opening.open(bitsPerSecond);
        session = Optional.of(next);
        rate = bitsPerSecond;
        begun = false;
        if (!decodesAs(formatOf(next, frames))) {
            throw new EncodeException("its parameter sets depend on the bit rate");
        }
    }

    @Override
    public void close() {
        session.ifPresent(H264Session::close);
        session = Optional.empty();
    }

    /** The level of an SPS may follow the bit rate: what was announced is that of the highest one, and slices are read without it. */
    private boolean decodesAs(VideoFormat next) {
        return withoutLevel(next).equals(withoutLevel(format));
    }

    private static List<ByteBuffer> withoutLevel(VideoFormat format) {
        List<ByteBuffer> sets = new ArrayList<>();
        for (ByteBuffer set : ((H264Config) format.config()).parameterSets()) {
            ByteBuffer copy = copy(set);
            if (H264NalType.of(copy) == H264NalType.SPS) {
                copy.put(SPS_LEVEL, (byte) 0);
            }
            sets.add(copy);
        }
        return sets;
    }

    private static ByteBuffer copy(ByteBuffer set) {
        return ByteBuffer.allocate(set.remaining()).put(set.duplicate()).flip();
    }

    private H264Session now() throws EncodeException {
        return session.orElseThrow(() -> new EncodeException("it could not be opened again"));
    }

    private static VideoFormat formatOf(H264Session session, FrameFormat frames) throws EncodeException {
        try {
            List<ByteBuffer> sets = session.parameterSets();
            return sets.isEmpty() ? inBand(session, frames) : EncodedFormat.of(sets, frames);
        } catch (BitstreamException e) {
            throw new EncodeException("it gave no parameter sets: " + e.getMessage());
        }
    }

    private static VideoFormat inBand(H264Session session, FrameFormat frames)
            throws EncodeException, BitstreamException {
        try (NativeFramePool pool = new NativeFramePool(1)) {
            GreyFrames grey = new GreyFrames(pool, frames, 0);
            List<ByteBuffer> sets = new ArrayList<>();
            for (int i = 0; i < MAX_GREY_FRAMES && sets.isEmpty(); i++) {
                try (RawFrame frame = grey.next()) {
                    sets.addAll(session.encode(frame, i == 0, (units, micros) -> sets(units), List.of()));
                }
            }
            return EncodedFormat.of(sets, frames);
        }
    }

    private static List<ByteBuffer> sets(List<ByteBuffer> units) {
        List<ByteBuffer> sets = new ArrayList<>();
        units.stream()
                .filter(EncodedFormat::isParameterSet)
                .forEach(unit -> sets.add(ByteBuffer.allocate(unit.remaining())
                        .put(unit.duplicate())
                        .flip()));
        return sets;
    }

    /** Not a grey frame that comes late. */
    private static Optional<AccessUnit> live(List<ByteBuffer> units, long micros) {
        return micros < GREY_END_MICROS ? Optional.empty() : EncodedFormat.unit(units, micros);
    }
}
