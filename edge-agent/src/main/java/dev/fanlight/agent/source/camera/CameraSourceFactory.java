package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourcePresence;
import dev.fanlight.agent.source.SourceProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens V4L2 cameras, and follows each by its link. Used by the one thread that captures. */
public final class CameraSourceFactory implements SourceFactory {

    private final CameraSource.Settings settings;
    private final Function<String, CameraPresence> finder;
    private final Map<String, CameraPresence> presences = new HashMap<>();

    private CameraSourceFactory(CameraSource.Settings settings, Function<String, CameraPresence> finder) {
        this.settings = settings;
        this.finder = finder;
    }

    /** Opens the camera at a location, which is a device node or, better, a link to one. */
    public static CameraSourceFactory ofDevices(CameraSource.Settings settings) {
        return new CameraSourceFactory(settings, location -> {
            CameraDevice device = new CameraDevice(location, Path.of(location));
            return new CameraPresence(
                    () -> Optional.of(device).filter(plugged -> Files.exists(plugged.path())),
                    CameraErrors.missing(device.path()));
        });
    }

    /** Opens the first camera of this computer, whatever the location. */
    public static CameraSourceFactory ofFirst(CameraSource.Settings settings, CameraList cameras) {
        return new CameraSourceFactory(
                settings,
                none -> new CameraPresence(
                        () -> cameras.find().stream().findFirst(),
                        new SourceException(
                                SourceProblem.MISSING,
                                "No camera found. Is the CSI cable seated? Does lsusb list the USB camera? To try without"
                                        + " a camera, set its source to \"test\".")));
    }

    @Override
    public FrameSource open(String location, long opening) throws SourceException, InterruptedException {
        CameraDevice camera = of(location).find();
        CameraErrors.check(camera.path());
        return CameraSource.open(camera, settings, opening);
    }

    @Override
    public SourcePresence presence(String location) {
        return of(location).check();
    }

    @Override
    public void close() {
        settings.processes().close();
    }

    /** Locations are those of the configuration: two at most. */
    private CameraPresence of(String location) {
        return presences.computeIfAbsent(location, finder);
    }
}
