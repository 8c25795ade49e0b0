package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.config.EncodeSettings;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.util.Map;
import java.util.Optional;

/**
 * libx264 with {@code tune=zerolatency}: a packet for every input, no B-frames, baseline profile (every decoder knows it,
 * the small WASM ones too). Measured: a forced key frame comes exactly at the asked input, a new bitrate holds within a
 * second without a key frame. The thread that opens it uses and closes it; all native memory is freed by {@link #close()}.
 */
public final class X264Encoder implements VideoEncoder {

    private static final int MAX_THREADS = 4;

    private final H264Session session;
    private final VideoFormat format;

    private X264Encoder(H264Session session, VideoFormat format) {
        this.session = session;
        this.format = format;
    }

    /**
     * Opens one that begins with the bitrate of the settings.
     *
     * @param cores how many processors encoding may use
     */
    public static X264Encoder open(FrameFormat frames, EncodeSettings settings, int cores) throws EncodeException {
        Map<String, String> options = Map.of(
                "preset", settings.preset().x264Name(),
                "tune", "zerolatency",
                "profile", "baseline",
                "forced-idr", "1",
                "sc_threshold", "0");
        H264Session session =
                H264Session.open("libx264", frames, settings, Math.min(cores, MAX_THREADS), options, new SharedInput());
        try {
            return new X264Encoder(session, EncodedFormat.of(session, frames));
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
        return session.encode(frame, key, EncodedFormat::unit, Optional.empty());
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        session.rate(bitsPerSecond);
    }

    @Override
    public void close() {
        session.close();
    }
}
