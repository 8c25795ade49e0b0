package dev.fanlight.relay.recording;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.store.Recordings;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was recorded, for those who may see it: who that is, is decided before. Times are µs since 1970. Blocking, thread safe. */
public final class RecordingLibrary {

    /** Most groups that are listed at once: about half an hour. */
    public static final int MAX_GROUPS = 1_800;

    /** Most groups of a download: half a day and more. */
    public static final int MAX_DOWNLOAD = 30_000;

    /** A gap that is shorter is not shown. */
    static final long LEAST_GAP_MICROS = 500_000;

    private final RecordingFolder folder;
    private final Recordings index;

    RecordingLibrary(RecordingFolder folder, Recordings index) {
        this.folder = folder;
        this.index = index;
    }

    /**
     * A time without gaps.
     *
     * @param fromMicros when it begins
     * @param toMicros when it ends
     */
    public record Span(long fromMicros, long toMicros) {}

    /** The spans between two moments, the oldest first. */
    public List<Span> spans(CameraName camera, long fromMicros, long toMicros) {
        List<Span> spans = new ArrayList<>();
        for (RecordedFile file : files(camera, fromMicros, toMicros)) {
            long from = Math.max(fromMicros, file.startMicros());
            long to = Math.min(toMicros, file.endMicros());
            int last = spans.size() - 1;
            if (last >= 0 && from - spans.get(last).toMicros() < LEAST_GAP_MICROS) {
                spans.set(
                        last,
                        new Span(
                                spans.get(last).fromMicros(),
                                Math.max(to, spans.get(last).toMicros())));
            } else {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }

    /** The files of a time, the oldest first. */
    public List<RecordedFile> files(CameraName camera, long fromMicros, long toMicros) {
        return id(camera)
                .map(id -> index.files(folder.id(), id, fromMicros, toMicros))
                .orElse(List.of());
    }

    /** The groups of a time, the oldest first, {@code most} at most. */
    public List<RecordedGroup> groups(CameraName camera, long fromMicros, long toMicros, int most) {
        return id(camera)
                .map(id -> index.groups(folder.id(), id, fromMicros, toMicros, most))
                .orElse(List.of());
    }

    /** The file of a camera that begins then. */
    public Optional<RecordedFile> file(CameraName camera, long startMicros) {
        return id(camera).flatMap(id -> index.file(folder.id(), id, startMicros));
    }

    /** The group of a camera’s file that begins at a byte. */
    public Optional<RecordedGroup> group(CameraName camera, long file, long position) {
        return id(camera).flatMap(id -> index.group(folder.id(), id, file, position));
    }

    /** Where a file lies. */
    public Path path(RecordedFile file) {
        return folder.file(file.cameraId(), file.startMicros());
    }

    private Optional<String> id(CameraName camera) {
        return index.cameraId(camera);
    }
}
