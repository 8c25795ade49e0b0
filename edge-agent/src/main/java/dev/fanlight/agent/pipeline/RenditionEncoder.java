package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameRateLimit;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Encodes one rendition; its encoder is open only while it is used, and each begins with a key frame. Encode thread only. */
final class RenditionEncoder {

    private record Open(VideoEncoder encoder, LongPredicate limit, int bitRate) {}

    private final Rendition rendition;
    private final EncoderOpener opener;
    private final EncoderControl control;

    private Optional<Open> open = Optional.empty();

    RenditionEncoder(Rendition rendition, EncoderOpener opener, EncoderControl control) {
        this.rendition = rendition;
        this.opener = opener;
        this.control = control;
    }

    Rendition rendition() {
        return rendition;
    }

    /**
     * Opens an encoder for frames of this format in place of the one before.
     *
     * @return the track as it is announced, empty when there is no such rendition of these frames
     */
    Optional<Track> begin(FrameFormat frames) throws EncodeException {
        close();
        open = open(frames);
        return open.map(now -> now.encoder().format().track(rendition));
    }

    /** Encodes a frame of the format it began with; empty when the frame rate limit or the encoder drops it. */
    Optional<AccessUnit> encode(RawFrame frame) throws EncodeException {
        if (open.isEmpty()) {
            open = open(frame.format());
        }
        return open.isPresent() ? encode(open.get(), frame) : Optional.empty();
    }

    /** Frees the encoder until the next frame. */
    void close() {
        open.ifPresent(now -> now.encoder().close());
        open = Optional.empty();
    }

    private Optional<Open> open(FrameFormat frames) throws EncodeException {
        return opener.open(frames)
                .map(encoder -> new Open(encoder, limit(encoder.format().fps(), frames.fps()), control.maxBitRate()));
    }

    private Optional<AccessUnit> encode(Open now, RawFrame frame) throws EncodeException {
        if (!now.limit().test(frame.captureMicros())) {
            return Optional.empty();
        }
        adjust(now);
        return now.encoder().encode(frame, control.keyFrames().take());
    }

    private void adjust(Open now) throws EncodeException {
        int rate = control.bitRate();
        if (rate != now.bitRate()) {
            now.encoder().bitRate(rate);
            open = Optional.of(new Open(now.encoder(), now.limit(), rate));
        }
    }

    /** Frames that are captured at the rate of the rendition are all used, however much they jitter. */
    private static LongPredicate limit(double own, double captured) {
        return own < captured ? new FrameRateLimit(own)::accepts : micros -> true;
    }
}
