package dev.fanlight.relay.rewind;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.recording.ClipFolder;
import dev.fanlight.relay.recording.RecordingLibrary;
import dev.fanlight.relay.rewind.Download.DifferentVideoException;
import dev.fanlight.relay.store.Clips;
import dev.fanlight.relay.store.Clips.Clip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Cuts clips out of recordings: copies that no retention touches. Blocking, thread safe. */
public final class ClipCutter {

    /** The longest clip. */
    public static final Duration LONGEST = Duration.ofMinutes(30);

    /** Most clips that are cut at a time: each reads and writes up to hundreds of MB. */
    static final int MOST_AT_ONCE = 1;

    private final RecordingLibrary library;
    private final ClipFolder folder;
    private final Clips clips;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** Cuts out of {@code library} into {@code folder}. */
    public ClipCutter(RecordingLibrary library, ClipFolder folder, Clips clips) {
        this.library = library;
        this.folder = folder;
        this.clips = clips;
    }

    /** What comes of a cut. */
    public sealed interface Outcome {}

    /** A new clip. */
    public record Cut(Clip clip) implements Outcome {}

    /** Nothing, and why. */
    public enum Refusal implements Outcome {
        /** Nothing was recorded then. */
        NOTHING,
        /** Size or codec of the video changed in between. */
        CHANGES,
        /** The disk would be too full. */
        NO_ROOM,
        /** Another clip is being cut. */
        BUSY
    }

    /** Cuts what was recorded between two moments, µs since 1970, no further apart than {@link #LONGEST}. */
    public Outcome cut(CameraName camera, long fromMicros, long toMicros, String name) {
        Optional<RecordedPart> part = RecordedPart.find(library, camera, fromMicros, toMicros, 0);
        if (part.isEmpty()) {
            return Refusal.NOTHING;
        }
        if (!places.tryAcquire()) {
            return Refusal.BUSY;
        }
        try {
            return write(camera, part.get(), name);
        } catch (DifferentVideoException e) {
            return Refusal.CHANGES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    /** Deletes a clip and its file; false when there is none. */
    public boolean delete(CameraName camera, String id) {
        Optional<Clip> clip = clips.find(camera, id);
        if (clip.isEmpty()) {
            return false;
        }
        try {
            Files.deleteIfExists(folder.file(clip.get().cameraId(), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clips.remove(camera, id);
    }

    private Outcome write(CameraName camera, RecordedPart part, String name)
            throws IOException, DifferentVideoException {
        Download download = part.download(library);
        if (!folder.hasRoomFor(download.length())) {
            return Refusal.NO_ROOM;
        }
        String cameraId = part.files().values().iterator().next().cameraId();
        Clip clip = new Clip(
                clips.newId(),
                folder.id(),
                cameraId,
                name,
                part.startMicros(),
                part.durationMicros(),
                download.length(),
                clips.nowMillis(),
                Optional.empty());
        Path unfinished = folder.unfinished(cameraId, clip.id());
        try {
            copy(download, unfinished);
            clips.add(clip);
            publish(camera, clip, unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return new Cut(clip);
    }

    /** Gives the file its name; without it there is no clip. */
    private void publish(CameraName camera, Clip clip, Path unfinished) throws IOException {
        try {
            Files.move(unfinished, folder.file(clip.cameraId(), clip.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            boolean unused = clips.remove(camera, clip.id());
            throw e;
        }
    }

    private static void copy(Download download, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int piece = 0; piece < download.pieces(); piece++) {
                ByteBuffer bytes = ByteBuffer.wrap(download.read(piece));
                while (bytes.hasRemaining()) {
                    int unused = file.write(bytes);
                }
            }
            file.force(true);
        }
    }
}
