package dev.fanlight.agent.uplink.media;

import dev.fanlight.agent.media.DropReport;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.runtime.NanoClock;
import java.util.function.Consumer;

/** Reports in a sentence, at most once a minute, what the queue has dropped. One thread. */
public final class UplinkDrops {

    private static final int MEBIBYTE = 1024 * 1024;

    private final PublishQueue queue;
    private final Consumer<String> notice;
    private final DropReport slow;
    private final DropReport tooBig;

    /** Reports of {@code queue} to {@code notice}. */
    public UplinkDrops(PublishQueue queue, NanoClock clock, Consumer<String> notice) {
        this.queue = queue;
        this.notice = notice;
        this.slow = new DropReport(clock);
        this.tooBig = new DropReport(clock);
    }

    /** To be called a few times a second. */
    public void report() {
        slow.due(queue.dropped())
                .ifPresent(count ->
                        notice.accept("Frames dropped because the upload could not take them in time: " + count + "."));
        tooBig.due(queue.tooBig())
                .ifPresent(count -> notice.accept("Frames dropped because they are larger than the "
                        + WireLimits.MAX_MEDIA_BYTES / MEBIBYTE + " MiB that a relay takes: " + count + "."));
    }
}
