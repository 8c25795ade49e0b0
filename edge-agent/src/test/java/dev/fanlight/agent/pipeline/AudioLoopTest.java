package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.audio.AudioDevice;
import dev.fanlight.agent.audio.AudioException;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import dev.fanlight.settings.SettingsReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AudioLoopTest {

    private static final int AUDIO = 2;

    private final ManualTime time = new ManualTime();
    private final List<String> events = new ArrayList<>();
    private final PipelineControl control = new PipelineControl(
            CameraSettings.of(new SettingsReader(AgentSettings.all())
                    .overrides(Map.of("camera.audio", "default"))
                    .read()),
            time);
    private final AudioLoop loop = new AudioLoop(this::open, control, new Recorder(), events::add, time, time);

    private boolean missing;
    private boolean broken;
    private int opened;
    private int closed;
    private int units;

    /** Records announcements in {@link #events} and counts access units. */
    private final class Recorder implements MediaSink {

        @Override
        public void begin(MediaKind kind, List<Track> tracks) {
            events.add(kind + " " + tracks.stream().map(Track::name).toList());
        }

        @Override
        public void accept(int track, AccessUnit unit) {
            units++;
        }
    }

    private final class Microphone implements AudioDevice {

        @Override
        public Track track() {
            return TestFormats.opus(AUDIO);
        }

        @Override
        public List<AccessUnit> read() throws AudioException {
            if (broken) {
                throw new AudioException("of default has ended: the device is gone");
            }
            time.advance(Duration.ofMillis(20));
            return List.of(new AccessUnit(MediaKind.AUDIO, true, false, 1, 0, Payload.copyOf(new byte[] {1})));
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private AudioDevice open() throws AudioException {
        if (missing) {
            throw new AudioException("of default cannot be captured: there is no such device");
        }
        opened++;
        return new Microphone();
    }

    private void run(int steps) throws InterruptedException {
        for (int i = 0; i < steps; i++) {
            assertThat(loop.doWork()).isTrue();
        }
    }

    @Test
    void theMicrophoneIsOffWhileThereAreNoViewers() throws Exception {
        run(1);
        assertThat(opened).isZero();
        control.demand(1, Set.of(0, AUDIO));
        run(11);
        assertThat(events).containsExactly("AUDIO [audio]");
        assertThat(units).isEqualTo(10);
        control.demand(0, Set.of());
        time.advance(Duration.ofSeconds(21));
        run(2);
        assertThat(closed).isEqualTo(1);
        assertThat(loop.state()).isInstanceOf(AudioState.Asleep.class);
    }

    @Test
    void ofACameraThatIsAlwaysOnTheMicrophoneIsOffAllTheSameWhileThereAreNoViewers() throws Exception {
        PipelineControl always = new PipelineControl(
                CameraSettings.of(new SettingsReader(AgentSettings.all())
                        .overrides(Map.of("camera.audio", "default", "camera.run", "always"))
                        .read()),
                time);
        AudioLoop alwaysLoop = new AudioLoop(this::open, always, new Recorder(), events::add, time, time);
        alwaysLoop.doWork();
        assertThat(opened).isZero();
        always.demand(1, Set.of(0, AUDIO));
        alwaysLoop.doWork();
        assertThat(opened).isEqualTo(1);
        always.demand(0, Set.of());
        time.advance(Duration.ofSeconds(21));
        alwaysLoop.doWork();
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void withoutListenersTheMicrophoneIsOffOnceItsTrackWasAnnounced() throws Exception {
        control.demand(1, Set.of(0));
        run(11);
        assertThat(opened).isEqualTo(1);
        assertThat(closed).isEqualTo(1);
        assertThat(units).isZero();
        control.demand(1, Set.of(0, AUDIO));
        run(3);
        assertThat(opened).isEqualTo(2);
        assertThat(units).isEqualTo(2);
        control.demand(1, Set.of(0));
        time.advance(TrackDemand.LINGER);
        run(5);
        assertThat(closed).isEqualTo(2);
        assertThat(loop.state()).isInstanceOf(AudioState.Asleep.class);
    }

    @Test
    void aMicrophoneThatFailsIsReportedOnceAndTriedForEverLessAndLessOften() throws Exception {
        missing = true;
        control.demand(1, Set.of(0, AUDIO));
        long hourLater = time.nanoTime() + Duration.ofHours(1).toNanos();
        while (time.nanoTime() < hourLater) {
            run(1);
        }
        assertThat(events.stream().filter(event -> event.startsWith("The sound")))
                .containsExactly(
                        "The sound of default cannot be captured: there is no such device. The video goes on, and"
                                + " the sound is tried again.");
        assertThat(events.stream().filter("AUDIO []"::equals).count()).isBetween(100L, 130L);
        missing = false;
        time.advance(Duration.ofSeconds(30));
        run(2);
        assertThat(events).endsWith("AUDIO [audio]");
    }

    @Test
    void aMicrophoneThatIsUnpluggedIsATrackLessUntilItIsBack() throws Exception {
        control.demand(1, Set.of(0, AUDIO));
        run(5);
        broken = true;
        run(1);
        assertThat(closed).isEqualTo(1);
        broken = false;
        while (loop.state() instanceof AudioState.Failed) {
            run(1);
        }
        assertThat(events)
                .containsExactly(
                        "AUDIO [audio]",
                        "AUDIO []",
                        "The sound of default has ended: the device is gone. The video goes on, and the sound is tried"
                                + " again.",
                        "AUDIO [audio]");
    }

    @Test
    void aFailureAfterAMinuteOfSoundIsReportedAgain() throws Exception {
        control.demand(1, Set.of(0, AUDIO));
        run(2);
        broken = true;
        run(1);
        broken = false;
        while (loop.state() instanceof AudioState.Failed) {
            run(1);
        }
        run(4000);
        broken = true;
        run(1);
        assertThat(events.stream().filter(event -> event.startsWith("The sound")))
                .hasSize(2);
    }

    @Test
    void endingClosesTheMicrophone() throws Exception {
        control.demand(1, Set.of(0, AUDIO));
        run(2);
        loop.onClose();
        assertThat(closed).isEqualTo(1);
    }
}
