package dev.fanlight.agent.uplink.media;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, in the order in which it is. A frame takes longer to be encoded than sound, so sound that was captured after it
 * goes behind it. Bounded by those who put in. Not thread safe: the queue’s lock guards it.
 */
final class WaitingUnits {

    private final Deque<Outgoing> items = new ArrayDeque<>();
    private final Deque<Outgoing> later = new ArrayDeque<>();

    void add(Outgoing.Announcement announcement) {
        items.addLast(announcement);
    }

    void add(Outgoing.Media media) {
        if (media.header().kind() == MediaKind.VIDEO) {
            while (isLaterSound(items.peekLast(), media.header())) {
                later.addFirst(items.removeLast());
            }
        }
        items.addLast(media);
        items.addAll(later);
        later.clear();
    }

    Optional<Outgoing> poll() {
        return Optional.ofNullable(items.poll());
    }

    void clear() {
        items.clear();
    }

    void removeAll(int track) {
        items.removeIf(item -> isOf(track, item));
    }

    /** Removes the oldest access unit of a track of sound; the next one says that something is missing before it. */
    void removeOldest(int track) {
        Iterator<Outgoing> oldest = items.iterator();
        boolean found = false;
        while (!found && oldest.hasNext()) {
            found = isOf(track, oldest.next());
        }
        if (found) {
            oldest.remove();
            markNext(track);
        }
    }

    private void markNext(int track) {
        int size = items.size();
        boolean marked = false;
        for (int i = 0; i < size; i++) {
            Outgoing item = items.removeFirst();
            boolean next = !marked && isOf(track, item);
            items.addLast(next ? discontinuous((Outgoing.Media) item) : item);
            marked |= next;
        }
    }

    private static Outgoing.Media discontinuous(Outgoing.Media media) {
        MediaHeader header = media.header();
        AccessUnit unit = media.unit();
        return new Outgoing.Media(
                new MediaHeader(
                        header.kind(),
                        header.flags() | MediaHeader.DISCONTINUITY,
                        header.track(),
                        header.layer(),
                        header.sequence(),
                        header.captureMicros(),
                        header.epoch(),
                        header.offsetMicros()),
                unit);
    }

    private static boolean isOf(int track, Outgoing item) {
        return item instanceof Outgoing.Media media && media.header().track() == track;
    }

    private static boolean isLaterSound(@Nullable Outgoing item, MediaHeader frame) {
        return item instanceof Outgoing.Media media
                && media.header().kind() == MediaKind.AUDIO
                && media.header().captureMicros() > frame.captureMicros();
    }
}
