package dev.fanlight.relay.socket;

import dev.fanlight.relay.broadcast.SubscriberLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A Netty event loop as a subscriber loop of streams and rooms. Thread safe.
 *
 * @param loop the event loop of a socket
 */
record SocketLoop(EventLoop loop) implements SubscriberLoop {

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
