package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.audio.AudioDevice;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.audio.AudioOpener;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Opens the microphone while a viewer listens and passes its sound on; with the first viewer also for a moment, to announce its track. It
 * is off while there is no listener, even where the camera is always on. When it fails, the video goes on without a track of sound, and the
 * microphone is opened again and again, with the track announced anew. Owned by the thread “audio”.
 */
final class AudioLoop implements Loop {

    /** A microphone that has delivered for this long is stable: if it fails then, that is reported again, and it is opened again soon. */
    static final Duration STABLE = Duration.ofMinutes(1);

    private static final Duration SHORT_WAIT = Duration.ofMillis(500);

    private final AudioOpener opener;
    private final CameraDemand camera;
    private final TrackDemand tracks;
    private final MediaSink sink;
    private final Consumer<String> notice;
    private final NanoClock clock;
    private final Sleeper sleeper;

    private AudioState state = new AudioState.Asleep(OptionalInt.empty());
    private boolean failureReported;

    AudioLoop(
            AudioOpener opener,
            PipelineControl control,
            MediaSink sink,
            Consumer<String> notice,
            NanoClock clock,
            Sleeper sleeper) {
        this.opener = opener;
        this.camera = control.camera();
        this.tracks = control.tracks();
        this.sink = sink;
        this.notice = notice;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public boolean doWork() throws InterruptedException {
        state = step();
        return true;
    }

    @Override
    public void onClose() {
        if (state instanceof AudioState.Live live) {
            live.device().close();
        }
    }

    @Override
    public String roleName() {
        return "audio";
    }

    AudioState state() {
        return state;
    }

    private AudioState step() throws InterruptedException {
        if (state instanceof AudioState.Live live) {
            return deliver(live);
        }
        if (!camera.awaitWatched(SHORT_WAIT)) {
            return state instanceof AudioState.Asleep ? state : new AudioState.Asleep(OptionalInt.empty());
        }
        if (state instanceof AudioState.Failed failed) {
            return retry(failed);
        }
        if (state instanceof AudioState.Asleep asleep && !isWanted(asleep)) {
            sleeper.sleepNanos(SHORT_WAIT.toNanos());
            return state;
        }
        return open(RetryDelay.FIRST);
    }

    private boolean isWanted(AudioState.Asleep asleep) {
        return asleep.announced().isEmpty()
                || tracks.isNeeded(asleep.announced().getAsInt());
    }

    private AudioState open(RetryDelay delay) {
        try {
            AudioDevice device = opener.open();
            sink.begin(MediaKind.AUDIO, List.of(device.track()));
            return new AudioState.Live(device, delay, clock.nanoTime());
        } catch (AudioException e) {
            return failed(e, delay);
        }
    }

    private AudioState deliver(AudioState.Live live) throws InterruptedException {
        AudioDevice device = live.device();
        int track = device.track().id();
        if (!camera.isWatched() || !tracks.isNeeded(track)) {
            device.close();
            return new AudioState.Asleep(OptionalInt.of(track));
        }
        boolean stable = clock.nanoTime() - live.sinceNanos() >= STABLE.toNanos();
        try {
            for (AccessUnit unit : device.read()) {
                sink.accept(track, unit);
            }
            failureReported &= !stable;
            return live;
        } catch (AudioException e) {
            device.close();
            return failed(e, stable ? RetryDelay.FIRST : live.next());
        }
    }

    private AudioState failed(AudioException cause, RetryDelay delay) {
        sink.begin(MediaKind.AUDIO, List.of());
        if (!failureReported) {
            failureReported = true;
            notice.accept("The sound " + cause.getMessage() + ". The video goes on, and the sound is tried again.");
        }
        return new AudioState.Failed(clock.nanoTime() + delay.delay().toNanos(), delay.afterFailure());
    }

    private AudioState retry(AudioState.Failed failed) throws InterruptedException {
        if (clock.nanoTime() - failed.retryNanos() >= 0) {
            return open(failed.next());
        }
        sleeper.sleepNanos(SHORT_WAIT.toNanos());
        return failed;
    }
}
