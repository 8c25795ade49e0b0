package dev.fanlight.relay.recording;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of recordings: a folder for each camera, in it files named by when they begin. It has an id, so that the index of several relays can
 * be in one database. Immutable; blocking.
 *
 * @param path of the folder
 * @param id of the folder
 */
record RecordingFolder(Path path, String id) {

    private static final Logger LOG = Logger.getLogger(RecordingFolder.class.getName());
    private static final String ID_FILE = "folder-id";
    private static final String SUFFIX = ".mp4";
    // The form of UUID, and of no folder that others put beside: lost+found on a disk of its own, say.
    private static final Pattern CAMERA_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int ID_BITS = 80;

    /** Opens the folder, which only this user may read, and makes it if it is missing. */
    static RecordingFolder open(Path path, Secrets secrets) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path file = path.resolve(ID_FILE);
        try {
            return new RecordingFolder(
                    path, Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException e) {
            String id = secrets.base32(ID_BITS);
            Files.writeString(file, id + "\n", StandardCharsets.US_ASCII);
            return new RecordingFolder(path, id);
        }
    }

    Path camera(String cameraId) {
        return path.resolve(cameraId);
    }

    Path file(String cameraId, long startMicros) {
        return camera(cameraId).resolve(startMicros + SUFFIX);
    }

    /** The ids of cameras that have a folder. */
    List<String> cameras() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isDirectory)
                    .map(camera -> camera.getFileName().toString())
                    .filter(name -> CAMERA_ID.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /** When the files of a camera begin, the oldest first. */
    List<Long> starts(String cameraId) throws IOException {
        if (!Files.isDirectory(camera(cameraId))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(camera(cameraId))) {
            return all.map(RecordingFolder::start)
                    .flatMap(start -> start.stream().boxed())
                    .sorted()
                    .toList();
        }
    }

    boolean delete(RecordedFile file) throws IOException {
        return Files.deleteIfExists(file(file.cameraId(), file.startMicros()));
    }

    /** Deletes what there is of a camera that was removed; files of others stay. */
    void deleteCamera(String cameraId) throws IOException {
        for (long start : starts(cameraId)) {
            Files.deleteIfExists(file(cameraId, start));
        }
        try {
            Files.deleteIfExists(camera(cameraId));
        } catch (DirectoryNotEmptyException e) {
            LOG.log(Level.FINE, "The folder of a camera that was removed holds something else", e);
        }
    }

    /** Bytes that can be written, and all bytes of the disk. */
    Space space() throws IOException {
        // Not by its FileStore, which has to be in the table of mounts: in a changed root, as in some containers, it is
        // not.
        long total = path.toFile().getTotalSpace();
        if (total == 0) {
            throw new NoSuchFileException(path.toString(), null, "the folder is gone");
        }
        return new Space(path.toFile().getUsableSpace(), total);
    }

    /**
     * Space of a disk.
     *
     * @param usable bytes that can be written
     * @param total bytes of the disk
     */
    record Space(long usable, long total) {}

    private static OptionalLong start(Path file) {
        String name = file.getFileName().toString();
        boolean named = name.matches("[0-9]{1,18}\\.mp4");
        return named
                ? OptionalLong.of(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                : OptionalLong.empty();
    }
}
