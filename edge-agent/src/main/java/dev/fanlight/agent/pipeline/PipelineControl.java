package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.media.SendLevel;
import dev.fanlight.agent.media.StreamControl;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes what the uplink requests on to the loops of a pipeline. Thread safe. */
public final class PipelineControl implements StreamControl {

    /** A source that passes through goes back in time for that, so it does so rarely. */
    private static final Duration RESTART_SPACING = Duration.ofSeconds(5);

    private static final List<SendLevel> ENCODED_IN_ONE_SIZE =
            List.of(SendLevel.FULL, SendLevel.HALF_RATE, SendLevel.QUARTER_RATE, SendLevel.KEY_FRAMES);
    private static final List<SendLevel> PASSED_WITH_SUBSTREAM =
            List.of(SendLevel.FULL, SendLevel.SMALL, SendLevel.KEY_FRAMES);
    private static final List<SendLevel> PASSED_ALONE = List.of(SendLevel.FULL, SendLevel.KEY_FRAMES);

    private final CameraDemand camera;
    private final TrackDemand tracks;
    private final KeyFrameTrigger restart;
    private final EncoderControl main;
    private final EncoderControl low;
    private final EncoderControl small;
    private final StillTimer stills;
    private final RunMode mode;
    private final boolean hasSubstream;
    private final boolean hasSmall;
    private volatile SendLevel level = SendLevel.FULL;
    private final AtomicBoolean passedThrough = new AtomicBoolean();
    private volatile CurrentViewers viewers = CurrentViewers.NONE;

    /** Begins with the bit rates of the settings. */
    public PipelineControl(CameraSettings settings, NanoClock clock) {
        this.camera = new CameraDemand(settings.run().mode(), settings.run().linger(), clock);
        this.tracks = new TrackDemand(clock);
        this.restart = new KeyFrameTrigger(clock, RESTART_SPACING);
        this.main = new EncoderControl(clock, settings.encoding().bitRate());
        this.low = new EncoderControl(clock, settings.low().bitRate());
        this.small = new EncoderControl(clock, settings.low().bitRate());
        this.stills = new StillTimer(settings.run().stillEvery(), clock);
        this.mode = settings.run().mode();
        this.hasSubstream = settings.substream().isPresent();
        this.hasSmall = settings.low().enabled();
    }

    @Override
    public void demand(int readers, Set<Integer> demanded) {
        boolean first = readers > 0 && !camera.hasReaders();
        if (readers > 0) {
            tracks.demand(demanded);
        }
        camera.readers(readers);
        if (first && mode == RunMode.ALWAYS) {
            restart.request();
            keyFrame(Rendition.MAIN.track());
            keyFrame(Rendition.LOW.track());
        }
    }

    @Override
    public void viewers(CurrentViewers now) {
        viewers = now;
    }

    @Override
    public void keyFrame(int track) {
        Rendition.ofTrack(track)
                .ifPresent(rendition -> current(rendition).keyFrames().request());
    }

    @Override
    public void connected() {
        restart.request();
        stills.connected();
    }

    @Override
    public void disconnected() {
        stills.disconnected();
    }

    @Override
    public void bitRate(int bitsPerSecond) {
        current(Rendition.MAIN).bitRate(bitsPerSecond);
    }

    @Override
    public void level(SendLevel next) {
        main.level(next == SendLevel.SMALL ? SendLevel.FULL : next);
        small.level(next);
        level = next;
    }

    @Override
    public List<SendLevel> levels() {
        if (!passedThrough.get()) {
            return hasSmall || hasSubstream ? List.of(SendLevel.values()) : ENCODED_IN_ONE_SIZE;
        }
        return hasSubstream ? PASSED_WITH_SUBSTREAM : PASSED_ALONE;
    }

    /** Keeps the camera off whatever is demanded, or no more. */
    public void pause(boolean pause) {
        camera.pause(pause);
    }

    /** Who watches, as the network reports it. */
    public CurrentViewers currentViewers() {
        return viewers;
    }

    /** Whether the small variant of the video takes the place of the main one. */
    public boolean isSmall() {
        return level.isSmall();
    }

    /** Whether the frames of the source are encoded in their small size: where it has no smaller stream itself. */
    boolean encodesSmall() {
        return isSmall() && !hasSubstream;
    }

    RunMode mode() {
        return mode;
    }

    SendLevel level() {
        return level;
    }

    /** The source delivers access units, or raw frames. */
    void passedThrough(boolean passed) {
        passedThrough.set(passed);
    }

    StillTimer stills() {
        return stills;
    }

    /** Of the small rendition in the place of the main one. */
    EncoderControl small() {
        return small;
    }

    private EncoderControl current(Rendition rendition) {
        return rendition == Rendition.MAIN && encodesSmall() ? small : of(rendition);
    }

    CameraDemand camera() {
        return camera;
    }

    TrackDemand tracks() {
        return tracks;
    }

    KeyFrameTrigger restart() {
        return restart;
    }

    EncoderControl of(Rendition rendition) {
        return rendition == Rendition.MAIN ? main : low;
    }
}
