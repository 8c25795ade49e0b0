package dev.fanlight.relay.recording;

import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes index and files equal, before anything is recorded: files that are longer than the index says are read on from there and cut off behind
 * their last complete fragment, files that the index does not have are read as a whole, and what is in the index without a file is forgotten.
 * Blocking; recorder’s thread only.
 */
final class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    private final RecorderServices services;

    Recovery(RecorderServices services) {
        this.services = services;
    }

    /** Does so; nothing may be recorded meanwhile. */
    void run() throws IOException {
        RecordingFolder folder = services.folder();
        Set<String> cameras = Set.copyOf(services.index().cameraIds());
        Map<Path, RecordedFile> indexed = new HashMap<>();
        for (RecordedFile file : services.index().files(folder.id())) {
            Path path = folder.file(file.cameraId(), file.startMicros());
            if (Files.exists(path)) {
                indexed.put(path, file);
            } else {
                services.index().remove(file);
            }
        }
        for (String camera : folder.cameras()) {
            if (!cameras.contains(camera)) {
                folder.deleteCamera(camera);
                continue;
            }
            new ClipFolder(folder, 0).deleteUnfinished(camera);
            for (long start : folder.starts(camera)) {
                Path path = folder.file(camera, start);
                file(path, camera, start, Optional.ofNullable(indexed.get(path)));
            }
        }
    }

    private void file(Path path, String camera, long start, Optional<RecordedFile> known) throws IOException {
        long size = Files.size(path);
        if (known.filter(file -> file.bytes() == size).isPresent()) {
            return;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Optional<FileScan> scan = FileScan.of(file, start);
            if (scan.isEmpty() || scan.get().fragments().isEmpty()) {
                known.ifPresent(services.index()::remove);
                Files.delete(path);
                return;
            }
            FileScan found = scan.get();
            if (found.end() < size) {
                file.truncate(found.end());
            }
            file.force(true);
            index(camera, start, found, known);
        }
    }

    /** Groups of the index stay as they are; what is behind them is added. */
    private void index(String camera, long start, FileScan found, Optional<RecordedFile> known) {
        known.filter(file -> file.bytes() > found.end()).ifPresent(services.index()::remove);
        long from = known.map(RecordedFile::bytes)
                .filter(bytes -> bytes <= found.end())
                .orElse(0L);
        List<RecordedGroup> groups = found.groupsFrom(from);
        if (groups.isEmpty()) {
            return;
        }
        RecordedGroup last = groups.get(groups.size() - 1);
        RecordedFile file = new RecordedFile(
                services.folder().id(),
                camera,
                start,
                last.endMicros(),
                found.header().epoch(),
                found.initBytes(),
                found.end(),
                found.header().codecs());
        services.index().add(file, groups);
        LOG.log(Level.INFO, "A recording that was not closed is complete again: {0} s more", seconds(groups));
    }

    private static long seconds(List<RecordedGroup> groups) {
        return groups.stream().mapToLong(RecordedGroup::durationMicros).sum() / 1_000_000;
    }
}
