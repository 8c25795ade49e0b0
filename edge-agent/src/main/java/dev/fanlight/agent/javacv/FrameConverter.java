package dev.fanlight.agent.javacv;

import dev.fanlight.agent.config.FrameLimits;
import dev.fanlight.agent.source.FrameSize;
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

    /** How frames are converted that look alike. */
    private record Layout(FrameSize scaled, Orientation orientation) {

        FrameSize shown() {
            return orientation.swapsSides() ? scaled.turned() : scaled;
        }
    }

    private record Open(Layout layout, FrameScaler scaler, byte[] stored) {}

    private final FrameLimits limits;
    private final SampleAspect aspect;
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

    /** Writes the frame that came last as it is shown into {@code target}, I420 of the size it is shown in, planes without gaps. */
    public void convert(AVFrame frame, byte[] target) throws FfmpegException {
        Open now = openFor(layout);
        if (now.layout().orientation().equals(Orientation.UPRIGHT)) {
            now.scaler().scale(frame, target);
            return;
        }
        now.scaler().scale(frame, now.stored());
        PlaneTurner.turn(now.stored(), now.layout().scaled(), now.layout().orientation(), target);
    }

    @Override
    public void close() {
        open.ifPresent(now -> now.scaler().close());
        open = Optional.empty();
    }

    private Open openFor(Layout wanted) throws FfmpegException {
        if (open.isPresent() && open.get().layout().equals(wanted)) {
            return open.get();
        }
        close();
        FrameSize size = wanted.scaled();
        boolean turned = !wanted.orientation().equals(Orientation.UPRIGHT);
        Open next = new Open(wanted, FrameScaler.to(size), new byte[turned ? size.width() * size.height() * 3 / 2 : 0]);
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
