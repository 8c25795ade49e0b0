package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.relay.socket.MessageReceiver;
import dev.fanlight.runtime.NanoClock;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Listens to a reader, which has nothing to say. Event loop only. */
final class SilentPeer implements MessageReceiver {

    /** Most pings and pongs a second; players send one in a while or none. */
    static final int CONTROLS = 2;

    private static final int BURST_SECONDS = 10;

    private final TokenBucket controls;

    SilentPeer(NanoClock clock) {
        this.controls = new TokenBucket(clock, CONTROLS, CONTROLS * BURST_SECONDS);
    }

    @Override
    public void text(byte[] message) throws ProtocolException {
        throw new ProtocolException(CloseReason.UNSUPPORTED, "readers send nothing");
    }

    @Override
    public void binary(List<ByteBuf> parts) throws ProtocolException {
        throw new ProtocolException(CloseReason.UNSUPPORTED, "readers send nothing");
    }

    @Override
    public void control(int length) throws ProtocolException {
        if (!controls.take(1)) {
            throw new ProtocolException(CloseReason.BUSY, "too many pings");
        }
    }

    @Override
    public void closed() {}
}
