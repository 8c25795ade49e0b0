package dev.fanlight.relay.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.media.StreamState;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestStreams;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamRegistryTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final CameraName BACK = new CameraName("back");

    @TempDir
    private Path temp;

    private final StreamRegistry streams = TestStreams.registry(1, new RelayCounters());
    private RelayStore store;

    @BeforeEach
    void open() {
        store = RelayStore.open(
                Dialect.sqlite(temp.resolve("relay.db")), new Secrets(new SecureRandom()), Clock.systemUTC());
        store.invitations().invite(FRONT, false);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readingThatIsOlderThanAPauseDoesNotUndoIt() {
        PauseState before = read();
        pause(true);
        assertThat(streams.open(FRONT, before).orElseThrow().state()).isEqualTo(StreamState.PAUSED);
    }

    @Test
    void newerReadingResumesTheStreamThoughThisRelayDidNotLearnOfTheChange() {
        pause(true);
        store.cameras().pause(FRONT, false);
        assertThat(streams.open(FRONT, read()).orElseThrow().state()).isEqualTo(StreamState.OFFLINE);
    }

    @Test
    void streamOfAPausedCameraBeginsPaused() {
        store.cameras().pause(FRONT, true);
        assertThat(streams.open(FRONT, read()).orElseThrow().state()).isEqualTo(StreamState.PAUSED);
    }

    @Test
    void opensNoMoreStreamsThanItsLimit() {
        assertThat(streams.open(FRONT, read())).isPresent();
        assertThat(streams.open(BACK, new PauseState(false, 0))).isEmpty();
        assertThat(streams.open(FRONT, read())).isPresent();
    }

    /** Joins read and open on three threads while two others pause and resume; the stream ends as the store does. */
    @RepeatedTest(5)
    void pausingWhileViewersJoinEndsInTheStateThatIsStored() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                running.add(threads.submit(() -> repeat(60, turn -> streams.open(FRONT, read()))));
            }
            for (int thread = 0; thread < 2; thread++) {
                int offset = thread;
                running.add(threads.submit(() -> repeat(15, turn -> pause((turn + offset) % 2 == 0))));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        boolean stored = read().isPaused();
        assertThat(streams.known(FRONT).orElseThrow().state())
                .isEqualTo(stored ? StreamState.PAUSED : StreamState.OFFLINE);
    }

    private static void repeat(int times, IntConsumer action) {
        for (int turn = 0; turn < times; turn++) {
            action.accept(turn);
        }
    }

    private PauseState read() {
        return store.grants().camera(FRONT.text()).orElseThrow().pause();
    }

    private void pause(boolean pause) {
        long version = store.cameras().pause(FRONT, pause).orElseThrow();
        streams.pause(FRONT, new PauseState(pause, version));
    }
}
