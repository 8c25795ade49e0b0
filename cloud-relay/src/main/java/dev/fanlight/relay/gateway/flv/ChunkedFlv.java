package dev.fanlight.relay.gateway.flv;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.socket.EndlessBody;
import dev.fanlight.relay.wire.FlvBuffer;
import dev.fanlight.relay.wire.WebSocketForm;
import java.time.Duration;

/**
 * A reader by HTTP, which learns of the end but of no reason.
 *
 * @param body of the response
 */
record ChunkedFlv(EndlessBody body) implements FlvConnection {

    @Override
    public FlvBuffer.Transport transport() {
        return FlvBuffer.Transport.HTTP;
    }

    @Override
    public SubscriberLoop loop() {
        return body.loop();
    }

    @Override
    public boolean isWritable() {
        return body.isWritable();
    }

    @Override
    public void onWritable(Runnable action) {
        body.onWritable(action);
    }

    @Override
    public void onClosed(Runnable action) {
        body.onClosed(action);
    }

    @Override
    public void after(Duration delay, Runnable action) {
        body.after(delay, action);
    }

    @Override
    public void post(Runnable action) {
        body.post(action);
    }

    @Override
    public void write(SharedBuffer bytes) {
        body.write((WebSocketForm) bytes);
    }

    @Override
    public void flush() {
        body.flush();
    }

    @Override
    public void end(CloseReason reason) {
        body.end();
    }
}
