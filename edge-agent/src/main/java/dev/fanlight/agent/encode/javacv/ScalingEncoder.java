package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.FrameScaler;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.util.Optional;

/**
 * Scales frames down before it encodes them; they keep their capture time. The thread that opens it uses and closes it;
 * all native memory is freed by {@link #close()}.
 */
public final class ScalingEncoder implements VideoEncoder {

    /** A frame as small as this is not worth two threads: their slices would only cost bits. */
    private static final int THREADS = 1;

    private final EncoderFrame original;
    private final FrameScaler scaler;
    private final FrameFormat target;
    private final FramePool pool = new FramePool(1);
    private final X264Encoder encoder;

    private ScalingEncoder(EncoderFrame original, FrameScaler scaler, FrameFormat target, X264Encoder encoder) {
        this.original = original;
        this.scaler = scaler;
        this.target = target;
        this.encoder = encoder;
    }

    /**
     * Opens one.
     *
     * @param frames format of the frames it is given
     * @param target format in which they are encoded
     */
    public static ScalingEncoder open(FrameFormat frames, FrameFormat target, EncodeSettings settings)
            throws EncodeException {
        X264Encoder encoder = X264Encoder.open(target, settings, THREADS);
        try {
            EncoderFrame original = EncoderFrame.allocate(frames);
            return new ScalingEncoder(original, scalerFor(target, original), target, encoder);
        } catch (EncodeException e) {
            encoder.close();
            throw e;
        }
    }

    @Override
    public VideoFormat format() {
        return encoder.format();
    }

    @Override
    public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
        try (RawFrame small = pool.acquire(target, frame.captureMicros())) {
            original.fill(frame);
            scaler.scale(original.frame(), small.data());
            return encoder.encode(small, key);
        } catch (FfmpegException e) {
            throw new EncodeException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        encoder.bitRate(bitsPerSecond);
    }

    @Override
    public void close() {
        encoder.close();
        scaler.close();
        original.close();
    }

    private static FrameScaler scalerFor(FrameFormat target, EncoderFrame original) throws EncodeException {
        try {
            return FrameScaler.to(target.size());
        } catch (FfmpegException e) {
            original.close();
            throw new EncodeException(String.valueOf(e.getMessage()));
        }
    }
}
