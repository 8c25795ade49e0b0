package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.SourceSpec;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.camera.CameraDevice;
import dev.fanlight.agent.source.camera.CameraErrors;
import dev.fanlight.agent.source.camera.CameraList;
import dev.fanlight.agent.source.camera.CameraSource;
import dev.fanlight.agent.source.camera.javacv.CameraChildMain;
import dev.fanlight.agent.source.file.javacv.VideoFiles;
import dev.fanlight.agent.source.pattern.TestPatternSource;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.nio.file.Path;

/** Opens what {@code camera.source} names. Thread safe. */
final class ConfiguredSource implements SourceOpener {

    /** Pictures that are on their way beside those that wait in queues: one drawn, one encoded. */
    private static final int IN_HANDS = 2;

    private final CameraSettings settings;
    private final FramePool pool;
    private final Pacer pacer;
    private final CameraSource.Settings cameras;

    ConfiguredSource(CameraSettings settings, MediaClock clock) {
        this.settings = settings;
        this.pool = new FramePool(settings.queue() + IN_HANDS);
        this.pacer = new Pacer(clock, Sleeper.SYSTEM);
        this.cameras = new CameraSource.Settings(
                CameraChildMain.class.getName(), settings.limits(), pool, NanoClock.SYSTEM, clock);
    }

    @Override
    public FrameSource open(long opening) throws SourceException {
        SourceSpec spec = settings.source();
        if (spec instanceof SourceSpec.VideoFile file) {
            return new VideoFiles(settings.mode(), settings.limits(), pool, pacer).open(file.path(), opening);
        }
        if (spec instanceof SourceSpec.Camera camera) {
            return camera(new CameraDevice(camera.path().toString(), camera.path()), opening);
        }
        if (spec instanceof SourceSpec.FirstCamera) {
            return camera(firstCamera(), opening);
        }
        return new TestPatternSource(settings.limits(), pool, pacer, opening);
    }

    private FrameSource camera(CameraDevice camera, long opening) throws SourceException {
        CameraErrors.check(camera.path());
        return CameraSource.open(camera.path(), camera.name(), cameras, opening);
    }

    private static CameraDevice firstCamera() throws SourceException {
        return new CameraList(Path.of("/"))
                .find().stream()
                        .findFirst()
                        .orElseThrow(() -> new SourceException(
                                SourceProblem.MISSING,
                                "No camera found. CSI cable seated? USB visible in lsusb? Try without one:"
                                        + " fanlight-agent run --source test"));
    }
}
