package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.bitstream.AspectRatio;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Converts decoded frames, which may change their size, shape of samples and orientation at any time, to what is shown: upright
 * I420 with square samples, within limits. One thread uses and closes it, which frees its native memory.
 */
public final class FrameConverter implements AutoCloseable {

    /** FFmpeg’s flag of key frames, which the presets leave out. */
    private static final int AV_FRAME_FLAG_KEY = 1 << 1;

    /** How frames of one size and orientation are converted. */
    private record Layout(FrameSize scaled, Orientation orientation) {

        FrameSize shown() {
            return orientation.swapsSides() ? scaled.turned() : scaled;
        }
    }

    /** The scaler, and what has to be turned. */
    private record Open(Layout layout, FrameScaler scaler, byte[] stored, byte[] turned) {}

    private final FrameLimits limits;
    private final SampleAspect aspect;
    private final NativeFramePool pool = new NativeFramePool(1);
    private Optional<Open> open = Optional.empty();
    private Orientation orientation = Orientation.UPRIGHT;
    private Layout layout = new Layout(new FrameSize(2, 2), Orientation.UPRIGHT);

    /**
     * Makes one that holds no memory yet.
     *
     * @param limits largest width and height that is shown
     * @param container the shape of a sample that the container says, if any
     */
    public FrameConverter(FrameLimits limits, Optional<AspectRatio> container) {
        this.limits = limits;
        this.aspect = new SampleAspect(container);
    }

    /** The size in which the next decoded frame is shown; to be called for each, in their order, also for those that are not converted. */
    public FrameSize next(AVFrame frame) {
        orientation = Orientation.of(frame)
                .orElse((frame.flags() & AV_FRAME_FLAG_KEY) == 0 ? orientation : Orientation.UPRIGHT);
        AspectRatio stream = SampleAspect.read(frame.sample_aspect_ratio()).orElse(AspectRatio.SQUARE);
        FrameSize square = square(frame.width(), frame.height(), aspect.of(frame.width(), frame.height(), stream));
        FrameSize scaled = orientation.swapsSides()
                ? square.fitInto(limits.height(), limits.width())
                : square.fitInto(limits.width(), limits.height());
        layout = new Layout(scaled, orientation);
        return layout.shown();
    }

    /** Whether the frame that came last is shown as it was decoded, so that its samples can be shared. */
    boolean isShownAsDecoded(AVFrame frame) {
        return layout.orientation().equals(Orientation.UPRIGHT)
                && layout.scaled().width() == frame.width()
                && layout.scaled().height() == frame.height()
                && frame.format() == AV_PIX_FMT_YUV420P
                && frame.color_range() != AVCOL_RANGE_JPEG
                && frame.buf(0) != null;
    }

    /** Writes the frame that came last as it is shown into {@code target}, of the size it is shown in. */
    public void convert(AVFrame frame, RawFrame target) throws FfmpegException {
        Open now = openFor(layout);
        if (now.layout().orientation().equals(Orientation.UPRIGHT)) {
            now.scaler().scale(frame, target);
            return;
        }
        FrameFormat upright =
                new FrameFormat(now.layout().scaled(), target.format().fps(), 0);
        try (RawFrame scaled = pool.acquire(upright, 0)) {
            now.scaler().scale(frame, scaled);
            scaled.read(now.stored());
        }
        PlaneTurner.turn(now.stored(), now.layout().scaled(), now.layout().orientation(), now.turned());
        target.fill(now.turned());
    }

    @Override
    public void close() {
        open.ifPresent(now -> now.scaler().close());
        open = Optional.empty();
        pool.close();
    }

    private Open openFor(Layout wanted) {
        if (open.isPresent() && open.get().layout().equals(wanted)) {
            return open.get();
        }
        open.ifPresent(now -> now.scaler().close());
        FrameSize size = wanted.scaled();
        boolean turned = !wanted.orientation().equals(Orientation.UPRIGHT);
        int bytes = turned ? size.width() * size.height() * 3 / 2 : 0;
        Open next = new Open(wanted, new FrameScaler(), new byte[bytes], new byte[bytes]);
        open = Optional.of(next);
        return next;
    }

    /** Stretched in one direction, so that nothing is lost. */
    private static FrameSize square(int width, int height, AspectRatio aspect) {
        double ratio = (double) aspect.width() / aspect.height();
        return ratio >= 1
                ? new FrameSize((int) Math.round(width * ratio), height)
                : new FrameSize(width, (int) Math.round(height / ratio));
    }
}
