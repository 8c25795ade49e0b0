package dev.fanlight.relay.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.media.vp.VpConfiguration;
import dev.fanlight.relay.config.RecordingConfig;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RecordMode;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PauseState;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.stream.TestFrame;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder with a live stream and a clock that the test moves. */
class RecorderLoopTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final Secrets SECRETS = new Secrets(new SecureRandom());
    private static final int FRAMES_A_SECOND = 30;

    @TempDir
    private Path temp;

    private final List<String> acts = new ArrayList<>();
    private long nanos = 1_000_000_000_000L;
    private long sequence;
    private RelayStore store;
    private RecordingFolder folder;
    private Path camera;
    private RecordingAlarm alarm;
    private RecorderLoop loop;
    private PublishHandle publication;

    @BeforeEach
    void open() throws Exception {
        store = RelayStore.open(Dialect.sqlite(temp.resolve("relay.db")), SECRETS, Clock.systemUTC());
        store.invitations().invite(FRONT, true);
        store.cameras().record(FRONT, RecordMode.ALWAYS);
        folder = RecordingFolder.open(temp.resolve("recordings"), SECRETS);
        camera = folder.camera(store.recordings().cameraId(FRONT).orElseThrow());
        alarm = new RecordingAlarm(entry -> acts.add(entry.act()));
        NanoClock clock = () -> nanos;
        MediaClock wallClock = new MediaClock(clock, 0);
        RelayCounters counters = new RelayCounters();
        StreamRegistry streams = new StreamRegistry(() -> 1, () -> new LiveStream(wallClock, clock, counters));
        RecorderServices services = new RecorderServices(
                new RecordingConfig(Optional.empty(), Duration.ofDays(1), 1L << 30, 0),
                folder,
                store.recordings(),
                clock,
                wallClock,
                counters,
                new ErrorLog(clock));
        loop = new RecorderLoop(services, streams, alarm, new BackfillQueue());
        publication =
                streams.open(FRONT, new PauseState(false, 0)).orElseThrow().open(new Silent());
        publication.tracks(tracks());
        publication.source(SourceState.LIVE);
    }

    @AfterEach
    void close() {
        loop.onClose();
        store.close();
    }

    private static final class Silent implements Publisher {
        @Override
        public void demand(PublishDemand demand) {}

        @Override
        public void requestKeyFrame(int track) {}

        @Override
        public void replaced() {}
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneAlarmUntilRecordingGoesOn() throws Exception {
        Files.createFile(camera);
        run(60);
        assertThat(alarm.problem()).isPresent();
        assertThat(acts).containsExactly("recording.stop");
        Files.delete(camera);
        run(20);
        assertThat(alarm.problem()).isEmpty();
        assertThat(acts).containsExactly("recording.stop", "recording.resume");
        assertThat(recordedMicros()).isGreaterThan(5_000_000);
    }

    private long recordedMicros() throws IOException {
        return store.recordings().files(folder.id()).stream()
                .mapToLong(file -> file.endMicros() - file.startMicros())
                .sum();
    }

    /** One key frame a second. */
    private void run(int seconds) throws InterruptedException {
        for (int i = 0; i < seconds * FRAMES_A_SECOND; i++) {
            publication.frame(TestFrame.video(sequence, sequence % FRAMES_A_SECOND == 0, 100));
            sequence++;
            nanos += 33_333_000;
            if (i % 6 == 0) {
                loop.wake();
                loop.doWork();
            }
        }
    }

    private static TrackSet tracks() throws Exception {
        VpConfiguration record = VpConfiguration.parse(new byte[] {0, 10, (byte) 0x82, 1, 1, 1, 0, 0});
        Track video =
                Track.of(0, Track.MAIN, new Vp9Config("vp09.00.10.08", Optional.of(record)), VideoShape.of(64, 48));
        return new TrackSet(TestFrame.EPOCH, List.of(video));
    }
}
