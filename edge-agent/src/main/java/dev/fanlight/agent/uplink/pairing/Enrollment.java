package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.uplink.socket.Dialer;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;

/** An enrollment: asks the owner of a relay to approve this device. Thread safe. */
public final class Enrollment {

    /** The relay says how long the owner has, at most a day; it may not keep us for longer. */
    private static final Duration LONGEST = Duration.ofDays(1).plusMinutes(1);

    private final EventLoop loop;
    private final Context context;
    private final Future<EnrollmentConnection> dialled;
    private final Future<DeviceIdentity> identity;

    private Enrollment(EventLoop loop, Context context, Future<EnrollmentConnection> dialled) {
        this.loop = loop;
        this.context = context;
        this.dialled = dialled;
        this.identity = dialled.compose(PairingConnection::result);
    }

    /** Dials the relay and asks. */
    public static Enrollment start(
            EventLoop loop,
            RelayAddress address,
            EnrollmentRequest applicant,
            EnrollmentListener listener,
            AgentTimeouts timeouts,
            NanoClock clock) {
        Context context = loop.vertx().getOrCreateContext();
        Dialer dialer = new Dialer(loop.vertx(), address, timeouts.connection());
        Promise<EnrollmentConnection> dialled = Promise.promise();
        context.runOnContext(nothing -> dialer.dial(socket -> new EnrollmentConnection(
                        loop.vertx(), address, applicant, socket, listener, timeouts.pairing(), clock))
                .onSuccess(enrolling -> enrolling.start(address.connectTimeout()))
                .onComplete(dialled));
        return new Enrollment(loop, context, dialled.future());
    }

    /**
     * Waits until the owner has approved; the identity is stored nowhere. Any thread but the event loop.
     *
     * @throws UplinkException when the relay is not there, is not to be trusted, the owner refuses or does not come
     */
    public DeviceIdentity await() throws UplinkException, InterruptedException {
        return PairingResult.of(identity, LONGEST);
    }

    /** Cancels the enrollment: {@link #await} fails with {@link Problem#STOPPED}. Waits for that, for a limited time. */
    public void stop() {
        Promise<Void> cancelled = Promise.promise();
        context.runOnContext(nothing -> {
            dialled.onSuccess(enrolling -> enrolling.fail(new UplinkException(Problem.STOPPED, "Stopped.")));
            cancelled.complete();
        });
        loop.settle(cancelled.future());
    }
}
