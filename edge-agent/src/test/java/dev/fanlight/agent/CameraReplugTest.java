package dev.fanlight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.agent.source.SourcePresence;
import dev.fanlight.agent.source.camera.CameraSourceFactory;
import dev.fanlight.agent.testing.CameraRun;
import dev.fanlight.agent.testing.FakeCameraMain;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera whose link goes and comes back, in front of the real pipeline. */
@StartsProcesses
class CameraReplugTest {

    @TempDir
    private Path folder;

    private final PlaybackLog log = new PlaybackLog();

    private Path link() {
        return folder.resolve("by-id/usb-Webcam-video-index0");
    }

    /** As udev does: the folder goes with its last link. */
    private void plug(String format) throws IOException {
        Path node = Files.writeString(folder.resolve("video" + format), format);
        Files.createDirectories(link().getParent());
        Files.createSymbolicLink(link(), node);
    }

    private void unplug() throws IOException {
        Files.delete(link());
        Files.delete(link().getParent());
    }

    private Pipeline start() {
        CameraSettings settings = CameraRun.settings(Map.of("camera.fps", "30", "low.enabled", "false"));
        CameraSourceFactory factory = CameraSourceFactory.ofDevices(
                CameraRun.of(FakeCameraMain.class, Map.of("camera.fps", "30"), List.of(), NanoClock.SYSTEM));
        PipelineControl control = new PipelineControl(settings, NanoClock.SYSTEM);
        control.demand(1, Set.of(Rendition.MAIN.track()));
        Pipeline.Stages stages = new Pipeline.Stages(
                new Opener(factory, link().toString()),
                Optional.empty(),
                ConfiguredEncoders.of(settings, log::notice).openers(),
                frame -> {},
                log,
                Optional.empty(),
                log);
        return Pipeline.start(
                settings.queue(),
                control,
                stages,
                NanoClock.SYSTEM,
                Sleeper.SYSTEM,
                failure -> log.failures.add(failure.toString()));
    }

    @Test
    void itIsBackSoonAfterItsLinkInWhateverFormatItHasThen() throws Exception {
        plug("h264");
        Pipeline pipeline = start();
        try (pipeline) {
            log.awaitMore();
            for (String format : List.of("h264", "mjpeg", "h264")) {
                unplug();
                Await.until("unplugged", () -> log.failures.size() > 0);
                Await.until("a process waits", CameraReplugTest::aProcessWaits);
                plug(format);
                long plugged = System.nanoTime();
                log.awaitMore();
                System.out.println("replugged, now " + format + ": video "
                        + Duration.ofNanos(System.nanoTime() - plugged).toMillis() + " ms after the link");
                assertThat(log.failures)
                        .containsExactly(link() + " was unplugged. It is opened again as soon as it is plugged in.");
                log.failures.clear();
            }
        }
        assertThat(log.live).hasSize(4);
        assertThat(log.live.get(1)).endsWith("passed through");
        assertThat(log.live.get(2)).contains("encoded here");
        assertThat(log.live.get(3)).endsWith("passed through");
    }

    private static boolean aProcessWaits() {
        return ProcessHandle.current().children().anyMatch(CameraRun::isWaiting);
    }

    private record Opener(CameraSourceFactory factory, String location) implements SourceOpener {

        @Override
        public FrameSource open(long opening) throws SourceException, InterruptedException {
            return factory.open(location, opening);
        }

        @Override
        public SourcePresence presence() {
            return factory.presence(location);
        }

        @Override
        public void close() {
            factory.close();
        }
    }

    /** What comes out of the pipeline. */
    private static final class PlaybackLog implements SourceListener, MediaSink {

        final List<String> failures = new CopyOnWriteArrayList<>();
        final List<String> live = new CopyOnWriteArrayList<>();
        private final AtomicInteger units = new AtomicInteger();

        /** Waits until video comes that was captured from now on: the unplugged camera delivers nothing any more. */
        void awaitMore() {
            int before = units.get();
            Await.until("video", () -> units.get() > before);
        }

        @Override
        public void begin(MediaKind kind, List<Track> tracks) {}

        @Override
        public void accept(int track, AccessUnit unit) {
            units.incrementAndGet();
        }

        @Override
        public void live(String description) {
            live.add(description);
        }

        @Override
        public void failed(SourceException cause, boolean everLive) {
            failures.add(String.valueOf(cause.getMessage()));
        }

        @Override
        public void asleep() {}

        @Override
        public void starting() {}

        @Override
        public void sending(boolean sends) {}

        @Override
        public void notice(String sentence) {}
    }
}
