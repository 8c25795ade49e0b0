package dev.fanlight.relay.gateway;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.relay.auth.MonitoredSession;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.auth.WatchGate.Admitted;
import dev.fanlight.relay.socket.FrameChannel;
import io.netty.util.NetUtil;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The connection of a player, which ends when its right does. Event loop only, but for {@link #execute}.
 *
 * @param channel the connection
 * @param end ends it; must allow for a second call
 */
public record ChannelAuthorization(FrameChannel channel, Consumer<CloseReason> end)
        implements MonitoredSession.Connection {

    /** Has the right of {@code admitted}, who watches by {@code protocol}, checked until the channel closes. */
    public void monitor(GatewayContext relay, Admitted admitted, String protocol, PlayerRequest request) {
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        String address = NetUtil.toAddressString(request.address());
        MonitoredSession session = relay.authorization()
                .monitor(
                        this,
                        admitted.principal(),
                        Optional.of(ViewingSession.ofPlayer(admitted, protocol, now, address)),
                        admitted.remaining(now),
                        () -> relay.watchGate().recheck(admitted, request.credentials()));
        channel.onClosed(session::close);
    }

    @Override
    public void execute(Runnable task) {
        channel.post(task);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        channel.after(delay, task);
    }

    @Override
    public void unauthorized(Reason reason) {
        end.accept(
                switch (reason) {
                    case REVOKED -> CloseReason.LINK_ENDED;
                    case MOVED -> CloseReason.RESTARTING;
                    case DISCONNECTED -> CloseReason.DISCONNECTED;
                    case UNKNOWN -> CloseReason.INTERNAL_ERROR;
                });
    }
}
