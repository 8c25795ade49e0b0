package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.capture.FrameRateLimit;
import dev.fanlight.agent.capture.PictureFormat;
import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.media.AccessUnit;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Encodes one rendition; its encoder is open only while it is used, and each begins with a key frame. Encode thread only.
 */
final class RenditionEncoder {

    private record Open(VideoEncoder encoder, LongPredicate limit, int bitRate) {}

    private final Rendition rendition;
    private final EncoderOpener opener;
    private final RenditionControl control;

    private Optional<Open> open = Optional.empty();

    RenditionEncoder(Rendition rendition, EncoderOpener opener, RenditionControl control) {
        this.rendition = rendition;
        this.opener = opener;
        this.control = control;
    }

    Rendition rendition() {
        return rendition;
    }

    /** Opens an encoder for such pictures in the place of the one before; empty when they have no such rendition. */
    Optional<StreamFormat> begin(PictureFormat pictures) throws EncodeException {
        close();
        open = open(pictures);
        return open.map(now -> now.encoder().format());
    }

    /** Encodes a picture of the format it began with; empty when the picture is one too many. */
    Optional<AccessUnit> encode(RawFrame frame) throws EncodeException {
        if (open.isEmpty()) {
            open = open(frame.format());
        }
        return open.isPresent() ? encode(open.get(), frame) : Optional.empty();
    }

    /** Frees the encoder until the next picture. */
    void close() {
        open.ifPresent(now -> now.encoder().close());
        open = Optional.empty();
    }

    private Optional<Open> open(PictureFormat pictures) throws EncodeException {
        return opener.open(pictures)
                .map(encoder ->
                        new Open(encoder, limit(encoder.format().fps(), pictures.fps()), control.mostBitRate()));
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

    /** Pictures that come at the rate of the rendition are all used, however unsteady they come. */
    private static LongPredicate limit(double own, double captured) {
        return own < captured ? new FrameRateLimit(own)::accepts : micros -> true;
    }
}
