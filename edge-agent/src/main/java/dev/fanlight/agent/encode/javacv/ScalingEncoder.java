package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameScaler;
import dev.fanlight.agent.javacv.NativeFrame;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.util.Optional;

/**
 * Scales frames down before it encodes them; they keep their capture time. The thread that opens it uses and closes it;
 * all native memory is freed by {@link #close()}.
 */
public final class ScalingEncoder implements VideoEncoder {

    /** A frame as small as this is not worth two threads: their slices would only cost bits. */
    public static final int THREADS = 1;

    private final FrameScaler scaler = new FrameScaler();
    private final NativeFramePool pool = new NativeFramePool(1);
    private final FrameFormat target;
    private final VideoEncoder encoder;

    /**
     * Scales for an encoder, which it closes.
     *
     * @param target format of the frames that {@code encoder} takes
     */
    public ScalingEncoder(FrameFormat target, VideoEncoder encoder) {
        this.target = target;
        this.encoder = encoder;
    }

    @Override
    public VideoFormat format() {
        return encoder.format();
    }

    @Override
    public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
        try (RawFrame small = pool.acquire(target, frame.captureMicros())) {
            scaler.scale(NativeFrame.of(frame), small);
            return encoder.encode(small, key);
        } catch (FfmpegException e) {
            throw new EncodeException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void bitRate(int bitsPerSecond) throws EncodeException {
        encoder.bitRate(bitsPerSecond);
    }

    @Override
    public void close() {
        encoder.close();
        scaler.close();
        pool.close();
    }
}
