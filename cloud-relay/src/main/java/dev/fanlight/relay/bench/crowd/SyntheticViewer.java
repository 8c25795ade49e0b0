package dev.fanlight.relay.bench.crowd;

import dev.fanlight.relay.client.CloseCause;
import dev.fanlight.relay.client.ViewerListener;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;

/** One viewer: checks order, completeness and age of what its connection receives. Event loop only. */
final class SyntheticViewer implements ViewerListener {

    private enum Phase {
        JOINING,
        WATCHING,
        GONE
    }

    private final Channel channel;
    private final boolean tls;
    private final CrowdLoop loop;
    private final JoinGate gate;
    private final MessageCheck messages;
    private final ArrivalCheck arrivals = new ArrivalCheck();
    private Phase phase = Phase.JOINING;

    SyntheticViewer(Channel channel, boolean tls, CrowdLoop loop, JoinGate gate, MessageCheck messages) {
        this.channel = channel;
        this.tls = tls;
        this.loop = loop;
        this.gate = gate;
        this.messages = messages;
    }

    /** At the end of a window: counts this viewer as behind if its next unit is overdue. */
    void endWindow() {
        if (phase == Phase.WATCHING && arrivals.isBehind(loop.toCaptureClock(loop.micros()))) {
            loop.tally().countBehind();
        }
    }

    /** Disconnects without being counted as disconnected. */
    void leave() {
        phase = Phase.GONE;
        var unused = channel.close();
    }

    @Override
    public boolean wantsWholeMessages() {
        return messages.needsWholeMessages();
    }

    @Override
    public void onOpen() {
        loop.add(this);
    }

    @Override
    public void onText(ByteBuffer json, long arrivedMicros) {
        countUnless(messages.isValidText(json, arrivedMicros));
    }

    @Override
    public void onMedia(ByteBuffer message, int bytes, long arrivedMicros) {
        arrivals.arrived(message, bytes, loop.toCaptureClock(arrivedMicros), loop.tally());
        countUnless(messages.isValidMedia(message));
        if (phase == Phase.JOINING) {
            phase = Phase.WATCHING;
            gate.joined();
        }
    }

    @Override
    public void onViolation() {
        loop.tally().countDamaged();
    }

    @Override
    public void onClose(CloseCause cause) {
        loop.remove(this);
        if (phase == Phase.WATCHING) {
            loop.tally().countDisconnected();
            gate.left();
        } else if (phase == Phase.JOINING) {
            gate.refused(JoinRefusal.of(cause, tls));
        }
        phase = Phase.GONE;
    }

    private void countUnless(boolean isValid) {
        if (!isValid) {
            loop.tally().countDamaged();
        }
    }
}
