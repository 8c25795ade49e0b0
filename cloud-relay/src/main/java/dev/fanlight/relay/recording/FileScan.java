package dev.fanlight.relay.recording;

import dev.fanlight.media.mp4.FragmentTimes;
import dev.fanlight.relay.store.Recordings.RecordedGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file holds, read from its boxes: for files that were not closed. Immutable.
 *
 * @param header what it begins with
 * @param initBytes where the first fragment begins
 * @param fragments the complete fragments, each as a group of its own
 * @param end where the last complete fragment ends
 */
record FileScan(FileHeader header, int initBytes, List<RecordedGroup> fragments, long end) {

    /** Largest {@code moof} and largest init segment that are read. */
    static final int MAX_HEADER = 1024 * 1024;

    private static final int BOX_HEADER = 8;
    private static final int TYPE_BYTES = 4;
    private static final int VIDEO = 1;

    /** Reads a file; empty when it has no whole header, as when it was cut off there. */
    static Optional<FileScan> of(FileChannel file, long startMicros) throws IOException {
        Optional<FileHeader> header = Optional.empty();
        long position = 0;
        Optional<Boxed> next = box(file, position);
        while (next.isPresent() && !next.get().type().equals("moof")) {
            if (next.get().type().equals("free") && next.get().size() < MAX_HEADER) {
                header = FileHeader.parse(
                        bytes(file, position + BOX_HEADER, (int) next.get().size() - BOX_HEADER));
            }
            position += next.get().size();
            next = box(file, position);
        }
        int initBytes = (int) position;
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<RecordedGroup> fragments = new ArrayList<>();
        Optional<Long> end = fragment(file, position, startMicros, fragments);
        while (end.isPresent()) {
            position = end.get();
            end = fragment(file, position, startMicros, fragments);
        }
        return Optional.of(new FileScan(header.get(), initBytes, fragments, position));
    }

    /** Groups of the fragments from a byte on: each begins with a key frame, but for the first one. */
    List<RecordedGroup> groupsFrom(long position) {
        List<RecordedGroup> groups = new ArrayList<>();
        for (RecordedGroup fragment : fragments) {
            int last = groups.size() - 1;
            if (fragment.position() < position) {
                continue;
            }
            if (last < 0 || fragment.isKey()) {
                groups.add(fragment);
            } else {
                groups.set(last, joined(groups.get(last), fragment));
            }
        }
        return groups;
    }

    private static RecordedGroup joined(RecordedGroup group, RecordedGroup next) {
        return new RecordedGroup(
                group.file(),
                group.position(),
                group.bytes() + next.bytes(),
                group.startMicros(),
                next.endMicros() - group.startMicros(),
                group.isKey());
    }

    /** Adds the fragment there; returns where it ends, if it is whole. */
    private static Optional<Long> fragment(FileChannel file, long position, long start, List<RecordedGroup> fragments)
            throws IOException {
        Optional<Boxed> moof = box(file, position).filter(box -> box.type().equals("moof") && box.size() < MAX_HEADER);
        if (moof.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boxed> mdat =
                box(file, position + moof.get().size()).filter(box -> box.type().equals("mdat"));
        if (mdat.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = bytes(file, position, (int) moof.get().size());
        Optional<FragmentTimes> video = FragmentTimes.of(ByteBuffer.wrap(bytes)).stream()
                .filter(times -> times.track() == VIDEO)
                .findFirst();
        int size = (int) (moof.get().size() + mdat.get().size());
        video.ifPresent(times -> fragments.add(
                new RecordedGroup(start, position, size, times.decodeTime(), times.ticks(), times.startsWithKey())));
        return video.map(times -> position + size);
    }

    private record Boxed(String type, long size) {}

    /** The box there, if the file holds all of it. */
    private static Optional<Boxed> box(FileChannel file, long position) throws IOException {
        if (file.size() - position < BOX_HEADER) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes(file, position, BOX_HEADER));
        long size = Integer.toUnsignedLong(head.getInt());
        byte[] type = new byte[TYPE_BYTES];
        head.get(type);
        return size < BOX_HEADER || size > file.size() - position
                ? Optional.empty()
                : Optional.of(new Boxed(new String(type, StandardCharsets.US_ASCII), size));
    }

    private static byte[] bytes(FileChannel file, long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {
            // The size was checked before.
        }
        return bytes;
    }
}
