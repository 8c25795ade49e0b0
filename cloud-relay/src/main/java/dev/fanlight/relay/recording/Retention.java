package dev.fanlight.relay.recording;

import dev.fanlight.relay.store.Recordings.RecordedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Deletes recordings that are too old or take too much space, the oldest first. Blocking; recorder’s thread only. */
final class Retention {

    /** Most files that are deleted at once, so that recording does not wait for long. */
    static final int MOST_AT_ONCE = 100;

    private static final int PERCENT = 100;

    private final RecorderServices services;

    Retention(RecorderServices services) {
        this.services = services;
    }

    /**
     * Deletes what is due.
     *
     * @param isOpen whether a file is being written
     * @return why nothing can be recorded, if so
     */
    Optional<String> run(Predicate<RecordedFile> isOpen) throws IOException {
        String folder = services.folder().id();
        forgetRemoved(folder);
        long oldest = services.wallClock().micros()
                - TimeUnit.MILLISECONDS.toMicros(services.config().keep().toMillis());
        long bytes = services.index().bytes(folder);
        List<RecordedFile> candidates = services.index().oldest(folder, MOST_AT_ONCE);
        for (RecordedFile file : candidates) {
            boolean due = file.endMicros() < oldest || bytes > services.config().maxBytes() || !hasRoom();
            if (!due) {
                break;
            }
            if (!isOpen.test(file)) {
                boolean unused = services.folder().delete(file);
                services.index().remove(file);
                bytes -= file.bytes();
            }
        }
        return hasRoom()
                ? Optional.empty()
                : Optional.of("the disk has less than " + services.config().freePercent()
                        + " % free, and no older recording is left to delete");
    }

    /** Deletes what there is of cameras that the owner has removed. */
    private void forgetRemoved(String folder) throws IOException {
        Set<String> cameras = Set.copyOf(services.index().cameraIds());
        for (String camera : services.folder().cameras()) {
            if (!cameras.contains(camera)) {
                services.folder().deleteCamera(camera);
                services.index().removeCamera(folder, camera);
            }
        }
    }

    /** Whether as much of the disk is free as is to be. */
    boolean hasRoom() throws IOException {
        RecordingFolder.Space space = services.folder().space();
        return space.usable() > space.total() / PERCENT * services.config().freePercent();
    }
}
