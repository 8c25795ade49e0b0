package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourceProblem;
import java.nio.file.Path;

/** Opens V4L2 cameras: the location is a device node or a link to one. Thread safe. */
public final class CameraSourceFactory implements SourceFactory {

    private final CameraSource.Settings settings;

    /** Opens all of them with these settings. */
    public CameraSourceFactory(CameraSource.Settings settings) {
        this.settings = settings;
    }

    @Override
    public FrameSource open(String location, long opening) throws SourceException {
        return open(new CameraDevice(location, Path.of(location)), opening);
    }

    /**
     * Opens the first camera of this computer.
     *
     * @throws SourceException when there is none, or it cannot be used
     */
    public FrameSource openFirst(long opening) throws SourceException {
        CameraDevice first = new CameraList(Path.of("/"))
                .find().stream()
                        .findFirst()
                        .orElseThrow(() -> new SourceException(
                                SourceProblem.MISSING,
                                "No camera found. Is the CSI cable seated? Does lsusb list the USB camera? To try without a"
                                        + " camera, set its source to \"test\"."));
        return open(first, opening);
    }

    private FrameSource open(CameraDevice camera, long opening) throws SourceException {
        CameraErrors.check(camera.path());
        return CameraSource.open(camera.path(), camera.name(), settings, opening);
    }
}
