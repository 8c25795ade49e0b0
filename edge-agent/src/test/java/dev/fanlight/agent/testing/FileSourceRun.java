package dev.fanlight.agent.testing;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.source.FrameSize;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.file.javacv.FileSourceFactory;
import dev.fanlight.media.VideoShape;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file that is opened and played in no time. One thread. */
public final class FileSourceRun implements AutoCloseable {

    public final CollectedOutput output = new CollectedOutput();
    public final ManualTime time = new ManualTime();

    private final FileSourceFactory factory;
    private FrameSource source;

    private FileSourceRun(Map<String, String> overrides, Path file) throws SourceException {
        CameraSettings settings = CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(overrides).read());
        factory = new FileSourceFactory(settings, new NativeFramePool(2), new Pacer(time.mediaClock(), time));
        source = factory.open(file.toString(), 1);
    }

    public static FileSourceRun of(Path file, Map<String, String> overrides) throws SourceException {
        return new FileSourceRun(overrides, file);
    }

    /** Plays until so many frames or access units were delivered. */
    public FileSourceRun units(int count) throws SourceException, InterruptedException {
        while (output.all.size() + output.frames.size() < count) {
            source.next(output);
        }
        return this;
    }

    /** Opens the file another time, with the same factory. */
    public FileSourceRun reopen(Path file) throws SourceException {
        source.close();
        source = factory.open(file.toString(), 2);
        return this;
    }

    public FrameSource source() {
        return source;
    }

    /** Shape of the main track of each announcement. */
    public List<VideoShape> shapes() {
        return output.video().stream().map(track -> (VideoShape) track.shape()).toList();
    }

    /** Sizes of the frames, each once. */
    public List<FrameSize> frameSizes() {
        return output.frames.stream()
                .map(frame -> frame.format().size())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        source.close();
    }
}
