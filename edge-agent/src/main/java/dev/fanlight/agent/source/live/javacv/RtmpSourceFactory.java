package dev.fanlight.agent.source.live.javacv;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.config.RtmpAddress;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.live.rtmp.RtmpPort;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Waits for cameras that push RTMP: the location is where, and the key. A port stays open while its source is closed, so that a camera that
 * connects again meanwhile is taken when the source is opened again. Thread safe.
 */
public final class RtmpSourceFactory implements SourceFactory {

    private final LiveContext context;
    private final Random random;

    @GuardedBy("this")
    private final Map<RtmpAddress, RtmpPort> ports = new HashMap<>();

    @GuardedBy("this")
    private boolean closed;

    /** Opens them with this. */
    public RtmpSourceFactory(LiveContext context, Random random) {
        this.context = context;
        this.random = random;
    }

    @Override
    public FrameSource open(String location, long opening) {
        RtmpAddress address = RtmpAddress.of(location).orElseThrow();
        return context.source(address.shown(), new RtmpInput(address, () -> port(address), context, opening));
    }

    @Override
    public synchronized void close() {
        closed = true;
        ports.values().forEach(RtmpPort::close);
        ports.clear();
    }

    private synchronized RtmpPort port(RtmpAddress address) throws IOException {
        if (closed) {
            throw new IOException("no more cameras are taken");
        }
        RtmpPort open = ports.get(address);
        if (open == null) {
            open = RtmpPort.open(address, random, context.clock());
            ports.put(address, open);
        }
        return open;
    }
}
