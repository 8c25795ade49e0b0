package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameRateLimit;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Encodes one rendition; its encoder is open only while it is used, and each begins with a key frame. Encode thread only. */
final class RenditionEncoder {

    private record Open(VideoEncoder encoder, double capturedFps, LongPredicate limit, int bitRate, SendLevel level) {

        Open with(int rate) {
            return new Open(encoder, capturedFps, limit, rate, level);
        }

        Open with(SendLevel next) {
            return new Open(encoder, capturedFps, rateLimit(encoder.format().fps(), capturedFps, next), bitRate, next);
        }
    }

    private static final double KEY_FRAMES_PER_SECOND = 1.5;

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
                .map(encoder -> new Open(encoder, frames.fps(), micros -> true, control.maxBitRate(), SendLevel.FULL)
                        .with(control.level()));
    }

    private Optional<AccessUnit> encode(Open now, RawFrame frame) throws EncodeException {
        Open adjusted = adjust(now);
        if (!adjusted.limit().test(frame.captureMicros())) {
            return Optional.empty();
        }
        boolean key = control.keyFrames().take();
        return adjusted.encoder().encode(frame, key || adjusted.level() == SendLevel.KEY_FRAMES);
    }

    private Open adjust(Open now) throws EncodeException {
        int rate = control.bitRate();
        SendLevel level = control.level();
        Open next = now;
        if (rate != now.bitRate()) {
            now.encoder().bitRate(rate);
            next = next.with(rate);
        }
        if (level != now.level()) {
            next = next.with(level);
        }
        open = Optional.of(next);
        return next;
    }

    /** Frames that are captured at the rate of the rendition are all used, however much they jitter. */
    private static LongPredicate rateLimit(double own, double captured, SendLevel level) {
        double reduced =
                level == SendLevel.KEY_FRAMES ? Math.min(own, KEY_FRAMES_PER_SECOND) : own / level.frameDivisor();
        return reduced < captured ? new FrameRateLimit(reduced)::accepts : micros -> true;
    }
}
