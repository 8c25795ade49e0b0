package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.testing.Await;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How many access units an agent has made, whether it could send them or not. For any thread. */
public final class EncodedCount implements MediaSink {

    /** Of each track more than its queue holds, whatever the number of tracks. */
    private static final int MORE_THAN_QUEUED = 40;

    private final AtomicInteger units = new AtomicInteger();

    @Override
    public void begin(MediaKind kind, List<Track> tracks) {}

    @Override
    public void accept(int track, AccessUnit unit) {
        units.incrementAndGet();
    }

    /** Waits until so much was made of which nothing was sent to a relay that it must have been dropped. */
    public void awaitNothingSent(RelayPeer peer) {
        Await.until("an agent that sends nothing of what it encodes", () -> {
            int sent = peer.media.size();
            int more = units.get() + MORE_THAN_QUEUED;
            Await.until("more access units", () -> units.get() >= more);
            return peer.media.size() == sent;
        });
    }
}
