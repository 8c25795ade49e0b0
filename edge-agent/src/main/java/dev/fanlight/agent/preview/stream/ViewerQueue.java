package dev.fanlight.agent.preview.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.codec.MessageEncoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one viewer’s socket. When it is full, all media in it is dropped, and video goes on with the next key frame. Thread safe.
 */
public final class ViewerQueue implements StreamReader {

    /** Most media that waits: one group of frames that a late joiner is sent, and as much again. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    /** Most control messages that wait; a viewer that takes none is disconnected. */
    public static final int MAX_CONTROL = 100;

    /** What is sent next. */
    public sealed interface Item {

        /** A text message. */
        record Text(String text) implements Item {}

        /** A binary message. */
        record Media(MediaMessage message) implements Item {}
    }

    private final Runnable onAvailable;
    private final Runnable onStuck;
    private final Runnable onEnded;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<Item> items = new ArrayDeque<>();

    @GuardedBy("lock")
    private long bytes;

    @GuardedBy("lock")
    private int texts;

    @GuardedBy("lock")
    private boolean awaitsKey;

    /**
     * Makes an empty one.
     *
     * @param onAvailable called by any thread when something has come into the empty queue; must not block
     * @param onStuck called by any thread when the viewer takes nothing at all; must not block
     * @param onEnded called by any thread when the camera is no longer shown; must not block
     */
    public ViewerQueue(Runnable onAvailable, Runnable onStuck, Runnable onEnded) {
        this.onAvailable = onAvailable;
        this.onStuck = onStuck;
        this.onEnded = onEnded;
    }

    @Override
    public void control(ToPlayer message) {
        boolean stuck;
        lock.lock();
        try {
            texts++;
            stuck = texts > MAX_CONTROL;
            items.addLast(new Item.Text(MessageEncoder.encode(message)));
        } finally {
            lock.unlock();
        }
        (stuck ? onStuck : onAvailable).run();
    }

    @Override
    public void media(MediaMessage message) {
        boolean first;
        lock.lock();
        try {
            first = items.isEmpty();
            add(message);
        } finally {
            lock.unlock();
        }
        if (first) {
            onAvailable.run();
        }
    }

    @Override
    public void ended() {
        onEnded.run();
    }

    /** Takes out what is to be sent next. */
    public Optional<Item> poll() {
        lock.lock();
        try {
            Optional<Item> next = Optional.ofNullable(items.pollFirst());
            if (next.isPresent() && next.get() instanceof Item.Media media) {
                bytes -= media.message().bytes().length;
            } else if (next.isPresent()) {
                texts--;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void add(MediaMessage message) {
        if (bytes + message.bytes().length > MAX_BYTES) {
            items.removeIf(item -> item instanceof Item.Media);
            bytes = 0;
            awaitsKey = true;
        }
        if (message.video() && awaitsKey && !message.key()) {
            return;
        }
        awaitsKey = awaitsKey && !message.video();
        items.addLast(new Item.Media(message));
        bytes += message.bytes().length;
    }
}
