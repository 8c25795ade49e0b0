package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.capture.PictureFormat;
import dev.fanlight.agent.capture.RawFrame;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.encode.EncoderOpener;
import dev.fanlight.agent.encode.VideoEncoder;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.runtime.Loop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Encodes what the capture thread puts into the queue. Opens an encoder with the first picture of each opening of the source
 * and frees it when no picture has come for a while. Owned by the thread “encode”.
 */
final class EncodeLoop implements Loop {

    private static final Duration IDLE = Duration.ofSeconds(3);

    private record Open(VideoEncoder encoder, PictureFormat pictures, int bitRate) {}

    private final FrameQueue frames;
    private final EncoderOpener opener;
    private final KeyFrameWish keyFrames;
    private final AtomicInteger bitRate;
    private final MediaSink sink;

    private Optional<Open> open = Optional.empty();

    EncodeLoop(FrameQueue frames, EncoderOpener opener, KeyFrameWish keyFrames, AtomicInteger bitRate, MediaSink sink) {
        this.frames = frames;
        this.opener = opener;
        this.keyFrames = keyFrames;
        this.bitRate = bitRate;
        this.sink = sink;
    }

    @Override
    public boolean doWork() throws InterruptedException, EncodeException {
        Optional<RawFrame> next = frames.poll(IDLE);
        if (next.isEmpty()) {
            closeEncoder();
            return true;
        }
        try (RawFrame frame = next.get()) {
            encode(frame);
        }
        return true;
    }

    @Override
    public void onClose() {
        closeEncoder();
        frames.clear();
    }

    @Override
    public String roleName() {
        return "encode";
    }

    private void encode(RawFrame frame) throws EncodeException {
        Open current = encoderFor(frame.format());
        current.encoder().encode(frame, keyFrames.take()).ifPresent(sink::accept);
    }

    private Open encoderFor(PictureFormat pictures) throws EncodeException {
        if (open.isPresent() && open.get().pictures().equals(pictures)) {
            return adjusted(open.get());
        }
        closeEncoder();
        int rate = bitRate.get();
        Open opened = new Open(opener.open(pictures, rate), pictures, rate);
        open = Optional.of(opened);
        sink.begin(opened.encoder().format());
        return opened;
    }

    private Open adjusted(Open current) throws EncodeException {
        int rate = bitRate.get();
        if (rate == current.bitRate()) {
            return current;
        }
        current.encoder().bitRate(rate);
        Open changed = new Open(current.encoder(), current.pictures(), rate);
        open = Optional.of(changed);
        return changed;
    }

    private void closeEncoder() {
        open.ifPresent(current -> current.encoder().close());
        open = Optional.empty();
    }
}
