package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.uplink.socket.Dialer;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Join;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Trades the one-time code of a join link for a registration. One use. Event loop only, but for {@link #join}. */
public final class JoinConnection extends PairingConnection {

    private final JoinLink link;
    private final String version;

    private JoinConnection(RelayAddress address, JoinLink link, DeviceKey key, String version, RelaySocket socket) {
        super(address, key, socket);
        this.link = link;
        this.version = version;
    }

    /**
     * Joins; waits for it. Any thread but the event loop.
     *
     * @param key registered under the code; nothing is stored here
     * @param version of this program
     * @param timeouts of the connection
     * @param limit of dialling, and again of the dialogue
     * @throws UplinkException when the relay is not there, not the one of the link, or refuses
     */
    public static DeviceIdentity join(
            EventLoop loop,
            JoinLink link,
            DeviceKey key,
            String version,
            AgentTimeouts.Connection timeouts,
            Duration limit)
            throws UplinkException, InterruptedException {
        Promise<DeviceIdentity> joined = Promise.promise();
        RelayAddress address = RelayAddress.of(link, limit);
        Dialer dialer = new Dialer(loop.vertx(), address, timeouts);
        loop.vertx()
                .runOnContext(nothing -> dialer.dial(socket -> new JoinConnection(address, link, key, version, socket))
                        .compose(joining -> joining.result().timeout(limit.toMillis(), TimeUnit.MILLISECONDS))
                        .onComplete(joined));
        return PairingResult.of(joined.future(), limit.multipliedBy(2));
    }

    @Override
    void answer(Challenge challenge) {
        socket().send(new Join(
                link.code(),
                link.secret(),
                key().publicKey(),
                socket().serverKey().text(),
                sign(SignedChallenge.Context.JOIN, challenge, link.code()),
                version));
    }

    @Override
    boolean mayBePending() {
        return false;
    }

    @Override
    String refusal() {
        return "The relay did not accept this code: it is used, older than 15 minutes, or mistyped. "
                + "Ask it for a new one: fanlight-relay camera invite NAME";
    }
}
