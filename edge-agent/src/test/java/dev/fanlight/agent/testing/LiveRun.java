package dev.fanlight.agent.testing;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.live.javacv.LiveContext;
import dev.fanlight.media.MediaKind;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import dev.fanlight.settings.SettingsReader;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** A live source that is opened and read in real time. One thread. */
public final class LiveRun implements AutoCloseable {

    public final CollectedOutput output = new CollectedOutput();
    private final FrameSource source;
    private final long openedNanos = System.nanoTime();

    private LiveRun(FrameSource source) {
        this.source = source;
    }

    /** Opens {@code location} with settings other than the defaults. */
    public static LiveRun open(
            Function<LiveContext, SourceFactory> factory, String location, Map<String, String> overrides)
            throws SourceException, InterruptedException {
        return open(factory, location, overrides, AgentTimeouts.STANDARD.live());
    }

    /** The same, waited for as long as {@code timeouts} say. */
    public static LiveRun open(
            Function<LiveContext, SourceFactory> factory,
            String location,
            Map<String, String> overrides,
            AgentTimeouts.Live timeouts)
            throws SourceException, InterruptedException {
        CameraSettings settings = CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(overrides).read());
        LiveContext context = new LiveContext(
                settings,
                timeouts,
                new NativeFramePool(2),
                new Pacer(MediaClock.system(), Sleeper.SYSTEM),
                NanoClock.SYSTEM,
                Sleeper.SYSTEM);
        return new LiveRun(factory.apply(context).open(location, 1));
    }

    /** Reads until so many access units of video or frames were delivered. */
    public LiveRun video(int count) throws SourceException, InterruptedException {
        while (output.units.size() + output.frames.size() < count) {
            source.next(output);
        }
        return this;
    }

    /** Reads until so many access units of audio were delivered. */
    public LiveRun audio(int count) throws SourceException, InterruptedException {
        while (output.all.stream()
                        .filter(one -> one.unit().kind() == MediaKind.AUDIO)
                        .count()
                < count) {
            source.next(output);
        }
        return this;
    }

    /** Reads until the source fails; returns why. */
    public SourceException failure() throws InterruptedException {
        try {
            while (true) {
                source.next(output);
                output.frames.forEach(RawFrame::close);
            }
        } catch (SourceException e) {
            return e;
        }
    }

    public FrameSource source() {
        return source;
    }

    /** How long it has been open. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - openedNanos);
    }

    @Override
    public void close() {
        source.close();
    }
}
