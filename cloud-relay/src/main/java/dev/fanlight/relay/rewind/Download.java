package dev.fanlight.relay.rewind;

import dev.fanlight.media.mp4.IndexedMovie;
import dev.fanlight.media.mp4.IndexedMovie.Piece;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One MP4 of a time that was recorded, as it is: it says at once how long it is, begins at time 0 and goes on over gaps. What stands where is known
 * before the first byte is read, so any part of it can be asked for. Immutable; reading blocks.
 */
final class Download {

    private final byte[] header;
    private final List<Part> parts;
    private final Map<Integer, Integer> timescales;
    private final long length;

    private Download(byte[] header, List<Part> parts, Map<Integer, Integer> timescales) {
        this.header = header;
        this.parts = parts;
        this.timescales = timescales;
        this.length = header.length
                + parts.stream().mapToLong(part -> part.group().bytes()).sum();
    }

    /**
     * A group in it.
     *
     * @param path its file
     * @param group what of the file
     * @param earlierMicros how much earlier it is in the download
     * @param start where it begins in the download
     */
    private record Part(Path path, RecordedGroup group, long earlierMicros, long start) {}

    /**
     * A download of these groups, which begin with a key frame.
     *
     * @throws DifferentVideoException when they do not go into one file
     */
    static Download of(List<RecordedGroup> groups, Map<Long, RecordedFile> files, RecordingLibrary library)
            throws IOException, DifferentVideoException {
        byte[] init = init(files, library, groups.get(0).file());
        List<Piece> pieces = groups.stream()
                .map(group -> new Piece(group.bytes(), group.durationMicros(), group.isKey()))
                .toList();
        byte[] header = IndexedMovie.header(init, pieces);
        List<Part> parts = new ArrayList<>();
        long position = header.length;
        long time = 0;
        long file = groups.get(0).file();
        for (RecordedGroup group : groups) {
            if (group.file() != file) {
                file = group.file();
                byte[] other = IndexedMovie.header(init(files, library, file), pieces);
                if (!Arrays.equals(header, other)) {
                    throw new DifferentVideoException();
                }
            }
            RecordedFile its = Objects.requireNonNull(files.get(group.file()));
            parts.add(new Part(library.path(its), group, group.startMicros() - time, position));
            position += group.bytes();
            time += group.durationMicros();
        }
        return new Download(header, parts, IndexedMovie.timescales(init));
    }

    /** The groups have different sizes, codecs or tracks. */
    static final class DifferentVideoException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    long length() {
        return length;
    }

    /** How many pieces it is read in: the header, then the groups. */
    int pieces() {
        return parts.size() + 1;
    }

    /** The piece that holds this byte. */
    int pieceAt(long position) {
        int piece = 0;
        while (piece < parts.size() && parts.get(piece).start() <= position) {
            piece++;
        }
        return piece;
    }

    /** Where a piece begins. */
    long start(int piece) {
        return piece == 0 ? 0 : parts.get(piece - 1).start();
    }

    /** Reads a piece. */
    byte[] read(int piece) throws IOException {
        if (piece == 0) {
            return header.clone();
        }
        Part part = parts.get(piece - 1);
        byte[] bytes = FileBytes.read(
                part.path(), part.group().position(), part.group().bytes());
        IndexedMovie.moveBack(bytes, part.earlierMicros(), timescales);
        return bytes;
    }

    private static byte[] init(Map<Long, RecordedFile> files, RecordingLibrary library, long file) throws IOException {
        RecordedFile its = Objects.requireNonNull(files.get(file));
        return FileBytes.read(library.path(its), 0, its.initBytes());
    }
}
