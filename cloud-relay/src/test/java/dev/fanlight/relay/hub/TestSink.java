package dev.fanlight.relay.hub;

import dev.fanlight.protocol.Delivery;
import dev.fanlight.protocol.DeliveryMode;
import dev.fanlight.protocol.LeftOut;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.audience.Receiver;
import dev.fanlight.relay.audience.Shared;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A viewer that is a list. */
final class TestSink implements ViewerSink {

    final List<Frame> frames = new ArrayList<>();
    /** How many access units each write held. */
    final List<Integer> writes = new ArrayList<>();
    /** Index in {@link #frames} before which a hole was announced. */
    final List<Integer> announced = new ArrayList<>();

    final List<DeliveryMode> modes = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    int messages;
    int room = Integer.MAX_VALUE;
    int givenUp;
    /** What happens when a message has been sent and the viewer takes more. */
    Runnable whenWritable = () -> {};

    @Override
    public boolean isWritable() {
        return room > 0;
    }

    @Override
    public Receiver receiver() {
        return bytes -> {
            if (!isWritable()) {
                return false;
            }
            write(bytes);
            return true;
        };
    }

    @Override
    public void write(Shared bytes) {
        List<Frame> content = bytes instanceof TestBatch batch ? batch.frames() : List.of((Frame) bytes);
        frames.addAll(content);
        writes.add(content.size());
        room--;
    }

    @Override
    public void flush() {}

    @Override
    public void tell(Shared message) {
        messages++;
    }

    @Override
    public void say(ToPlayer message) {
        if (message instanceof LeftOut) {
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
    public void giveUp() {
        givenUp++;
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
