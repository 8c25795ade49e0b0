package dev.fanlight.relay.rewind;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.rewind.Download.DifferentVideoException;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A time of a recording, from the key frame on from which its first moment can be decoded. Immutable; making a download of it blocks.
 *
 * @param groups at least one, the first with a key frame
 * @param files that they lie in, by when they begin
 */
record RecordedPart(List<RecordedGroup> groups, Map<Long, RecordedFile> files) {

    /** How long before the wanted moment the key frame is sought from which it can be decoded. */
    private static final long LEAD_MICROS = 15_000_000;

    /** A time between two moments; empty when nothing was recorded then. Nothing before {@code earliestMicros} belongs to it. */
    static Optional<RecordedPart> find(
            RecordingLibrary library, CameraName camera, long fromMicros, long toMicros, long earliestMicros) {
        long first = Math.max(earliestMicros, fromMicros - LEAD_MICROS);
        List<RecordedGroup> groups =
                fromKey(library.groups(camera, first, toMicros, RecordingLibrary.MAX_DOWNLOAD + 1), fromMicros);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, RecordedFile> files = library.files(camera, first, toMicros).stream()
                .collect(Collectors.toMap(RecordedFile::startMicros, Function.identity()));
        return Optional.of(new RecordedPart(groups, files));
    }

    boolean isTooLong() {
        return groups.size() > RecordingLibrary.MAX_DOWNLOAD;
    }

    long startMicros() {
        return groups.get(0).startMicros();
    }

    /** How long it is without gaps. */
    long durationMicros() {
        return groups.stream().mapToLong(RecordedGroup::durationMicros).sum();
    }

    Download download(RecordingLibrary library) throws IOException, DifferentVideoException {
        return Download.of(groups, files, library);
    }

    /** Those from the last key frame at or before the moment on, or else from the first one after it. */
    private static List<RecordedGroup> fromKey(List<RecordedGroup> groups, long micros) {
        int begin = -1;
        for (int i = 0; i < groups.size(); i++) {
            RecordedGroup group = groups.get(i);
            if (group.isKey() && (begin < 0 || group.startMicros() <= micros)) {
                begin = i;
            }
        }
        return begin < 0 ? List.of() : groups.subList(begin, groups.size());
    }
}
