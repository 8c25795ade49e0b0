package dev.fanlight.relay.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp9Config;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.vp.VpConfiguration;
import dev.fanlight.relay.cmaf.CmafFragment;
import dev.fanlight.relay.cmaf.CmafTracks;
import dev.fanlight.relay.cmaf.CmafUnit;
import dev.fanlight.relay.config.RecordingConfig;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and their index, after a crash and when space runs out. */
class RecordedFilesTest {

    private static final long FRAME_MICROS = 40_000;
    private static final int KEY_DISTANCE = 50;
    private static final Secrets SECRETS = new Secrets(new SecureRandom());

    @TempDir
    private Path temp;

    private RelayStore store;
    private String camera;
    private RecorderServices services;
    private long micros;

    @BeforeEach
    void open() throws IOException {
        store = RelayStore.open(Dialect.sqlite(temp.resolve("relay.db")), SECRETS, Clock.systemUTC());
        store.invitations().invite(new CameraName("front"), true);
        camera = store.recordings().cameraId(new CameraName("front")).orElseThrow();
        services = services(new RecordingConfig(Optional.empty(), Duration.ofDays(1), 1L << 30, 1));
        micros = services.wallClock().micros() - 60_000_000;
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RecorderServices services(RecordingConfig config) throws IOException {
        NanoClock clock = NanoClock.SYSTEM;
        return new RecorderServices(
                config,
                RecordingFolder.open(temp.resolve("recordings"), SECRETS),
                store.recordings(),
                clock,
                MediaClock.system(),
                new RelayCounters(),
                new ErrorLog(clock));
    }

    /** What {@link CameraRecorder} does with its files, without a stream. */
    private final class Output implements RecordingOutput {

        private Optional<OpenRecording> open = Optional.empty();

        @Override
        public void begin(CmafTracks tracks, long startMicros) throws IOException {
            open = Optional.of(OpenRecording.create(
                    services.folder(), camera, startMicros, FileHeader.of(tracks), tracks.initSegment()));
        }

        @Override
        public void append(CmafFragment fragment, long startMicros, boolean beginsGroup) throws IOException {
            open.orElseThrow().append(fragment, startMicros, beginsGroup);
        }

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public void end() throws IOException {
            OpenRecording file = open.orElseThrow();
            open = Optional.empty();
            List<RecordedGroup> groups = file.close();
            services.index().add(file.file(groups), groups);
        }

        void sync() throws IOException {
            OpenRecording file = open.orElseThrow();
            List<RecordedGroup> groups = file.sync();
            services.index().add(file.file(groups), groups);
        }
    }

    private void record(RecordingMuxer muxer, int frames) throws IOException {
        for (int i = 0; i < frames; i++) {
            boolean key = i % KEY_DISTANCE == 0;
            muxer.video(new CmafUnit(micros, 0, key, micros, ByteBuffer.wrap("a frame of video".getBytes(US_ASCII))));
            micros += FRAME_MICROS;
        }
    }

    private RecordingMuxer muxer(Output output) throws IOException {
        RecordingMuxer muxer = new RecordingMuxer(output);
        muxer.tracks(tracks());
        return muxer;
    }

    private List<RecordedGroup> groups() {
        return store.recordings().groups(services.folder().id(), camera, 0, Long.MAX_VALUE / 2, 1_000);
    }

    @Test
    void afterACrashTheIndexIsWhatTheFilesHoldAndLessThanASecondIsLost() throws IOException {
        long start = micros;
        Output output = new Output();
        RecordingMuxer muxer = muxer(output);
        record(muxer, 130);
        output.sync();
        record(muxer, 120);
        long written = micros - start;
        RecordedFile known =
                store.recordings().oldest(services.folder().id(), 1).get(0);
        Path file = services.folder().file(camera, known.startMicros());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, "\0\0\1\0moof and no more".getBytes(US_ASCII), StandardOpenOption.APPEND);

        new Recovery(services).run();

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        List<RecordedGroup> groups = groups();
        long position = known.initBytes();
        for (RecordedGroup group : groups) {
            assertThat(group.position()).isEqualTo(position);
            position += group.bytes();
        }
        assertThat(position).isEqualTo(whole.length);
        long recorded = groups.stream().mapToLong(RecordedGroup::durationMicros).sum();
        assertThat(written - recorded).isBetween(0L, 999_999L);
    }

    @Test
    void aFileThatTheIndexDoesNotHaveIsIndexedAndALostOneForgotten() throws IOException {
        RecordingMuxer muxer = muxer(new Output());
        record(muxer, 100);
        muxer.finish();
        List<RecordedGroup> before = groups();
        RecordedFile file = store.recordings().oldest(services.folder().id(), 1).get(0);
        store.recordings().remove(file);
        assertThat(groups()).isEmpty();
        new Recovery(services).run();
        assertThat(groups()).isEqualTo(before);
        assertThat(store.recordings().oldest(services.folder().id(), 1)).containsExactly(file);
        Files.delete(services.folder().file(camera, file.startMicros()));
        new Recovery(services).run();
        assertThat(groups()).isEmpty();
    }

    @Test
    void whenSpaceRunsOutTheOldestGoAndThenNothingIsRecorded() throws IOException {
        RecordingMuxer muxer = muxer(new Output());
        for (int i = 0; i < 5; i++) {
            record(muxer, 60);
            muxer.finish();
            micros += 10_000_000;
        }
        List<RecordedFile> files = store.recordings().files(services.folder().id());
        assertThat(files).hasSize(5);
        long two = files.get(3).bytes() + files.get(4).bytes();
        services = services(new RecordingConfig(Optional.empty(), Duration.ofDays(1), two, 1));
        assertThat(new Retention(services).run(file -> false)).isEmpty();
        assertThat(store.recordings().files(services.folder().id())).isEqualTo(files.subList(3, 5));
        assertThat(services.folder().starts(camera))
                .containsExactly(files.get(3).startMicros(), files.get(4).startMicros());
        services = services(new RecordingConfig(Optional.empty(), Duration.ofDays(1), two, 100));
        Optional<String> problem = new Retention(services).run(files.get(4)::equals);
        assertThat(problem).hasValueSatisfying(text -> assertThat(text).contains("less than 100 % free"));
        assertThat(store.recordings().files(services.folder().id())).containsExactly(files.get(4));
    }

    private static CmafTracks tracks() {
        try {
            VpConfiguration record = VpConfiguration.parse(new byte[] {0, 10, (byte) 0x82, 1, 1, 1, 0, 0});
            Track video =
                    Track.of(0, Track.MAIN, new Vp9Config("vp09.00.10.08", Optional.of(record)), VideoShape.of(64, 48));
            return CmafTracks.of(new TrackSet(7, List.of(video))).orElseThrow();
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }
}
