package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.player.Delivery;
import dev.fanlight.protocol.player.DeliveryMode;
import dev.fanlight.protocol.player.DroppedDisposable;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.stream.MediaFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A viewer that is a list. */
final class TestOutput implements ViewerOutput {

    final List<MediaFrame> frames = new ArrayList<>();
    /** How many access units each write held. */
    final List<Integer> writes = new ArrayList<>();
    /** Index in {@link #frames} before which a gap was announced. */
    final List<Integer> announced = new ArrayList<>();

    final List<DeliveryMode> modes = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    int messages;
    int room = Integer.MAX_VALUE;
    int disconnects;
    /** What happens when a message has been sent and the viewer takes more. */
    Runnable whenWritable = () -> {};

    @Override
    public boolean isWritable() {
        return room > 0;
    }

    @Override
    public SubscriberOutput directOutput() {
        return bytes -> {
            if (!isWritable()) {
                return false;
            }
            written(bytes);
            return true;
        };
    }

    @Override
    public void write(MediaFrame frame) {
        written(frame);
    }

    private void written(SharedBuffer bytes) {
        List<MediaFrame> content = bytes instanceof TestBatch batch ? batch.frames() : List.of((MediaFrame) bytes);
        frames.addAll(content);
        writes.add(content.size());
        room--;
    }

    @Override
    public void flush() {}

    @Override
    public void send(SharedBuffer message) {
        messages++;
    }

    @Override
    public void send(ToPlayer message) {
        if (message instanceof DroppedDisposable) {
            announced.add(frames.size());
        } else if (message instanceof Delivery delivery) {
            modes.add(delivery.mode());
        }
        whenWritable.run();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        later.add(task);
    }

    @Override
    public void disconnect() {
        disconnects++;
    }

    /** Lets the time pass for which something was put off. */
    void catchUp() {
        for (int tasks = later.size(); tasks > 0; tasks--) {
            later.remove().run();
        }
    }

    boolean isCatchingUp() {
        return !later.isEmpty();
    }

    List<Long> sequences() {
        return frames.stream().map(frame -> frame.header().sequence()).toList();
    }
}
