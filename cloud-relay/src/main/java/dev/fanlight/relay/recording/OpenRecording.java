package dev.fanlight.relay.recording;

import dev.fanlight.relay.cmaf.CmafFragment;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The file that is being written for a camera. Recorder’s thread only. */
final class OpenRecording {

    private static final Logger LOG = Logger.getLogger(OpenRecording.class.getName());

    private final String folder;
    private final String cameraId;
    private final long startMicros;
    private final FileHeader header;
    private final int initBytes;
    // Not a channel: those are closed by an interrupt, with which threads are stopped.
    private final RandomAccessFile file;
    private final List<RecordedGroup> complete = new ArrayList<>();
    private Optional<RecordedGroup> open = Optional.empty();
    private long bytes;
    private long endMicros;

    private OpenRecording(
            RecordingFolder folder,
            String cameraId,
            long startMicros,
            FileHeader header,
            int initBytes,
            RandomAccessFile file) {
        this.folder = folder.id();
        this.cameraId = cameraId;
        this.startMicros = startMicros;
        this.header = header;
        this.initBytes = initBytes;
        this.file = file;
        this.bytes = initBytes;
        this.endMicros = startMicros;
    }

    /** Makes a file that begins with {@code init}; empty when there is one that begins then: the same was recorded before. */
    static Optional<OpenRecording> create(
            RecordingFolder folder, String cameraId, long startMicros, FileHeader header, byte[] init)
            throws IOException {
        Files.createDirectories(folder.camera(cameraId));
        byte[] first = header.after(init);
        Path path = folder.file(cameraId, startMicros);
        if (Files.exists(path)) {
            return Optional.empty();
        }
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        OpenRecording recording = new OpenRecording(folder, cameraId, startMicros, header, first.length, file);
        recording.write(first);
        return Optional.of(recording);
    }

    /**
     * Appends a fragment.
     *
     * @param beginsGroup whether it begins the next group
     */
    void append(CmafFragment fragment, long micros, boolean beginsGroup) throws IOException {
        int size = fragment.bytes().length;
        write(fragment.bytes());
        RecordedGroup group = open.orElse(new RecordedGroup(startMicros, bytes, 0, micros, 0, fragment.independent()));
        if (beginsGroup && open.isPresent()) {
            complete.add(group);
            group = new RecordedGroup(startMicros, bytes, 0, micros, 0, fragment.independent());
        }
        bytes += size;
        endMicros = micros + fragment.micros();
        open = Optional.of(new RecordedGroup(
                startMicros,
                group.position(),
                group.bytes() + size,
                group.startMicros(),
                endMicros - group.startMicros(),
                group.isKey()));
    }

    /** When the group begins that is not complete yet. */
    long openMicros() {
        return open.map(RecordedGroup::startMicros).orElse(endMicros);
    }

    /** Whether groups wait to be indexed. */
    boolean hasComplete() {
        return !complete.isEmpty();
    }

    /** Has what was written put to disk; returns the groups that can be indexed. */
    List<RecordedGroup> sync() throws IOException {
        file.getFD().sync();
        List<RecordedGroup> groups = List.copyOf(complete);
        complete.clear();
        return groups;
    }

    /** Ends the file; returns the groups that can be indexed. */
    List<RecordedGroup> close() throws IOException {
        try (file) {
            open.ifPresent(complete::add);
            open = Optional.empty();
            return sync();
        }
    }

    /** Ends the file where it is, whatever was written of it: it is indexed by the next recovery. */
    void abandon() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "A recording that could not be written could not be closed either", e);
        }
    }

    /** The file as the index has it once {@code groups} are in it. */
    RecordedFile file(List<RecordedGroup> groups) {
        RecordedGroup last = groups.get(groups.size() - 1);
        return new RecordedFile(
                folder,
                cameraId,
                startMicros,
                last.endMicros(),
                header.epoch(),
                initBytes,
                last.position() + last.bytes(),
                header.codecs());
    }

    long startMicros() {
        return startMicros;
    }

    long bytes() {
        return bytes;
    }

    String cameraId() {
        return cameraId;
    }

    private void write(byte[] all) throws IOException {
        file.write(all);
    }
}
