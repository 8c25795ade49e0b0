package dev.fanlight.relay.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the files of clips lie: beside those of the recordings of their camera, which retention leaves alone. Blocking, thread safe. */
public final class ClipFolder {

    private static final String PREFIX = "clip-";
    private static final String SUFFIX = ".mp4";
    private static final String UNFINISHED = ".part";
    private static final int PERCENT = 100;

    private final RecordingFolder folder;
    private final int freePercent;

    ClipFolder(RecordingFolder folder, int freePercent) {
        this.folder = folder;
        this.freePercent = freePercent;
    }

    /** The id of the folder of recordings. */
    public String id() {
        return folder.id();
    }

    /** The file of a clip. */
    public Path file(String cameraId, String clipId) {
        return folder.camera(cameraId).resolve(PREFIX + clipId + SUFFIX);
    }

    /** The file of a clip that is being written. */
    public Path unfinished(String cameraId, String clipId) {
        return folder.camera(cameraId).resolve(PREFIX + clipId + UNFINISHED);
    }

    /** Whether as much of the disk stays free as is to be when so many bytes are added. */
    public boolean hasRoomFor(long bytes) throws IOException {
        RecordingFolder.Space space = folder.space();
        return space.usable() - bytes > space.total() / PERCENT * freePercent;
    }

    /** Deletes what was not finished before the relay ended. */
    void deleteUnfinished(String cameraId) throws IOException {
        delete(cameraId, UNFINISHED);
    }

    /** Deletes all clips of a camera that was removed. */
    void deleteAll(String cameraId) throws IOException {
        delete(cameraId, UNFINISHED);
        delete(cameraId, SUFFIX);
    }

    private void delete(String cameraId, String suffix) throws IOException {
        Path camera = folder.camera(cameraId);
        if (!Files.isDirectory(camera)) {
            return;
        }
        try (Stream<Path> all = Files.list(camera)) {
            for (Path file : all.filter(path -> isClip(path, suffix)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isClip(Path path, String suffix) {
        String name = path.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(suffix);
    }
}
