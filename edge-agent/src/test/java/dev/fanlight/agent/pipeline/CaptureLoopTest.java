package dev.fanlight.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourcePresence;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.testing.CollectedOutput;
import dev.fanlight.agent.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureLoopTest {

    private final ManualTime time = new ManualTime();
    private final List<String> events = new ArrayList<>();
    private final CollectedOutput output = new CollectedOutput();
    private final KeyFrameTrigger trigger = new KeyFrameTrigger(time, Duration.ofSeconds(5));
    private StillTimer stills = new StillTimer(Duration.ZERO, time);
    private boolean broken;
    private boolean outdated;
    private boolean missing;
    private SourcePresence presence = SourcePresence.UNKNOWN;
    private long micros;

    private CameraDemand demand = new CameraDemand(RunMode.ON_DEMAND, Duration.ofSeconds(20), time);

    private CaptureLoop loop() {
        return new CaptureLoop(opener(), demand, stills, trigger, new Recorded(), output, time, time);
    }

    private SourceOpener opener() {
        return new SourceOpener() {
            @Override
            public FrameSource open(long opening) throws SourceException {
                return CaptureLoopTest.this.open(opening);
            }

            @Override
            public boolean isOutdated() {
                return outdated;
            }

            @Override
            public SourcePresence presence() {
                return presence;
            }
        };
    }

    private FrameSource open(long opening) throws SourceException {
        if (missing) {
            throw new SourceException(SourceProblem.MISSING, "no camera");
        }
        events.add("open " + opening);
        return new Camera(opening);
    }

    private void run(CaptureLoop loop, int steps) throws InterruptedException {
        for (int i = 0; i < steps; i++) {
            assertThat(loop.doWork()).isTrue();
        }
    }

    @Test
    void theCameraIsTriedOnceAtTheStartAndReleasedWithItsFirstFrame() throws Exception {
        CaptureLoop loop = loop();
        run(loop, 3);
        assertThat(events).containsExactly("starting", "open 0", "live camera", "close 0", "asleep");
        assertThat(output.frames).hasSize(1);
    }

    @Test
    void itStaysOnWhileThereIsAViewerAndLingersAfterwards() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 10);
        demand.readers(0);
        time.advance(Duration.ofSeconds(19));
        run(loop, 2);
        assertThat(loop.state()).isInstanceOf(CaptureState.Live.class);
        time.advance(Duration.ofSeconds(2));
        run(loop, 1);
        assertThat(loop.state()).isInstanceOf(CaptureState.Asleep.class);
        assertThat(events).containsExactly("starting", "open 0", "live camera", "close 0", "asleep");
        demand.readers(3);
        run(loop, 2);
        assertThat(events).endsWith("starting", "open 1", "live camera");
    }

    @Test
    void aCameraThatIsNotPluggedInIsNotTriedUntilItIs() throws Exception {
        missing = true;
        presence = SourcePresence.ABSENT;
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 500);
        assertThat(events).containsExactly("starting", "failed no camera, never live");
        missing = false;
        presence = SourcePresence.RETURNED;
        run(loop, 2);
        assertThat(loop.state()).isInstanceOf(CaptureState.Live.class);
    }

    @Test
    void aCameraThatIsBackButNotReadyIsTriedAgainSoon() throws Exception {
        missing = true;
        presence = SourcePresence.ABSENT;
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 500);
        presence = SourcePresence.RETURNED;
        run(loop, 1);
        presence = SourcePresence.UNKNOWN;
        missing = false;
        long before = time.nanoTime();
        while (!(loop.state() instanceof CaptureState.Live)) {
            run(loop, 1);
        }
        assertThat(Duration.ofNanos(time.nanoTime() - before)).isLessThanOrEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void alwaysMeansAlways() throws Exception {
        demand = new CameraDemand(RunMode.ALWAYS, Duration.ZERO, time);
        CaptureLoop loop = loop();
        run(loop, 20);
        assertThat(loop.state()).isInstanceOf(CaptureState.Live.class);
    }

    @Test
    void aCameraThatIsNotThereIsRecordedAtOnceAndTriedAgainLessAndLessOften() throws Exception {
        missing = true;
        demand.readers(1);
        CaptureLoop loop = loop();
        long before = time.nanoTime();
        run(loop, 1);
        assertThat(events).containsExactly("starting", "failed no camera, never live");
        while (events.size() < 14) {
            run(loop, 1);
        }
        long seconds = Duration.ofNanos(time.nanoTime() - before).toSeconds();
        assertThat(seconds).as("1 + 2 + 4 + 8 + 16 + 30 s").isBetween(61L, 64L);
        missing = false;
        while (!events.get(events.size() - 1).startsWith("live")) {
            run(loop, 1);
        }
        assertThat(loop.state()).isInstanceOf(CaptureState.Live.class);
    }

    @Test
    void aCameraThatFailsIsClosedAndOpenedAgain() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 5);
        broken = true;
        run(loop, 1);
        broken = false;
        run(loop, 5);
        assertThat(events)
                .containsExactly(
                        "starting",
                        "open 0",
                        "live camera",
                        "close 0",
                        "failed gone, live before",
                        "starting",
                        "open 1",
                        "live camera");
    }

    @Test
    void aCameraThatFailsAfterItsFirstFrameIsTriedLessAndLessOften() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        long hourLater = time.nanoTime() + Duration.ofHours(1).toNanos();
        while (time.nanoTime() < hourLater) {
            broken = loop.state() instanceof CaptureState.Live;
            run(loop, 1);
        }
        assertThat(events.stream().filter(event -> event.startsWith("open")).count())
                .isBetween(100L, 130L);
    }

    @Test
    void aCameraThatHasWorkedForAWhileIsTriedAgainSoon() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        for (int i = 0; i < 10; i++) {
            while (!(loop.state() instanceof CaptureState.Live)) {
                run(loop, 1);
            }
            time.advance(CaptureLoop.STABLE);
            long failed = time.nanoTime();
            broken = true;
            run(loop, 1);
            broken = false;
            while (!(loop.state() instanceof CaptureState.Live)) {
                run(loop, 1);
            }
            assertThat(time.nanoTime() - failed)
                    .isLessThan(Duration.ofSeconds(2).toNanos());
        }
    }

    @Test
    void aRestartReachesTheSource() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 3);
        trigger.request();
        run(loop, 2);
        assertThat(events.stream().filter("key"::equals)).hasSize(1);
    }

    @Test
    void aPausedCameraIsNotOpenedEvenOnce() throws Exception {
        demand.pause(true);
        demand.readers(1);
        stills = new StillTimer(Duration.ofMinutes(1), time);
        stills.connected();
        CaptureLoop loop = loop();
        run(loop, 3);
        assertThat(events).isEmpty();
        demand.pause(false);
        run(loop, 2);
        assertThat(events).containsExactly("starting", "open 0", "live camera");
        demand.pause(true);
        run(loop, 1);
        assertThat(events).endsWith("close 0", "asleep");
    }

    @Test
    void aStillOpensTheCameraForOneFrameThatSettledAndIsNoNews() throws Exception {
        stills = new StillTimer(Duration.ofMinutes(1), time);
        CaptureLoop loop = loop();
        run(loop, 3);
        events.clear();
        output.frames.clear();
        stills.connected();
        while (output.frames.isEmpty()) {
            run(loop, 1);
        }
        run(loop, 1);
        assertThat(events).containsExactly("open 1", "close 1");
        assertThat(output.frames)
                .singleElement()
                .satisfies(frame ->
                        assertThat(frame.captureMicros()).isGreaterThanOrEqualTo(StillDelivery.WARM_UP_MICROS));
        run(loop, 3);
        assertThat(events).hasSize(2);
        time.advance(Duration.ofMinutes(1));
        run(loop, 2);
        assertThat(events).endsWith("open 2");
        demand.readers(1);
        run(loop, 2);
        assertThat(events).endsWith("open 2", "starting", "live camera");
    }

    @Test
    void anotherVariantOfTheSourceTakesItsPlaceWithoutAWordToTheRelay() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 3);
        outdated = true;
        run(loop, 1);
        outdated = false;
        run(loop, 2);
        assertThat(events).containsExactly("starting", "open 0", "live camera", "close 0", "open 1", "live camera");
    }

    @Test
    void endingClosesTheSource() throws Exception {
        demand.readers(1);
        CaptureLoop loop = loop();
        run(loop, 3);
        loop.onClose();
        assertThat(events).endsWith("close 0");
    }

    private final class Camera implements FrameSource {

        private final long opening;

        Camera(long opening) {
            this.opening = opening;
        }

        @Override
        public void next(SourceOutput out) throws SourceException {
            if (broken) {
                throw new SourceException(SourceProblem.GONE, "gone");
            }
            out.frame(new NativeFramePool(1)
                    .acquire(new FrameFormat(new FrameSize(2, 2), 15, opening), micros += 100_000));
        }

        @Override
        public void restart() {
            events.add("key");
        }

        @Override
        public String describe() {
            return "camera";
        }

        @Override
        public void close() {
            events.add("close " + opening);
        }
    }

    private final class Recorded implements SourceListener {

        @Override
        public void sending(boolean sends) {}

        @Override
        public void asleep() {
            events.add("asleep");
        }

        @Override
        public void starting() {
            events.add("starting");
        }

        @Override
        public void live(String description) {
            events.add("live " + description);
        }

        @Override
        public void notice(String sentence) {
            events.add("notice " + sentence);
        }

        @Override
        public void failed(SourceException cause, boolean everLive) {
            events.add("failed " + cause.getMessage() + (everLive ? ", live before" : ", never live"));
        }
    }
}
