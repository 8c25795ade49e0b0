package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.RelaySocket;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.cli.DurationText;
import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.runtime.NanoClock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/** Asks the owner to approve a key, and waits on the open socket. Event loop only. */
final class EnrollmentConnection extends PairingConnection {

    /** A refusal so near to the end is the end. */
    private static final Duration NEAR_THE_END = Duration.ofSeconds(2);

    /** The wait for an owner. */
    private record Wait(String code, long sinceNanos, Duration lifetime) {}

    private final Vertx vertx;
    private final EnrollmentRequest applicant;
    private final EnrollmentListener listener;
    private final AgentTimeouts.Pairing timeouts;
    private final NanoClock clock;

    // event loop only
    private long receivedNanos;
    private Optional<Wait> wait = Optional.empty();

    EnrollmentConnection(
            Vertx vertx,
            RelayAddress address,
            EnrollmentRequest applicant,
            RelaySocket socket,
            EnrollmentListener listener,
            AgentTimeouts.Pairing timeouts,
            NanoClock clock) {
        super(address, applicant.key(), socket);
        this.vertx = vertx;
        this.applicant = applicant;
        this.listener = listener;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    /** To be called once when the socket is open; the relay has {@code limit} to take the request. */
    void start(Duration limit) {
        receivedNanos = clock.nanoTime();
        long pings = vertx.setPeriodic(timeouts.ping().toMillis(), id -> beat());
        long answer = vertx.setTimer(limit.toMillis(), id -> checkTaken());
        result().onComplete(end -> {
            vertx.cancelTimer(pings);
            vertx.cancelTimer(answer);
        });
    }

    @Override
    void answer(Challenge challenge) {
        listener.answers(socket().authority());
        String subject = Fingerprint.of(key().publicKeyBytes()).hex();
        socket().send(new Enroll(
                key().publicKey(),
                socket().serverKey().text(),
                sign(SignedChallenge.Context.ENROLL, challenge, subject),
                applicant.version(),
                applicant.host()));
    }

    @Override
    boolean mayBePending() {
        return true;
    }

    /** A relay repeats it now and then with the remaining time; the first one counts. */
    @Override
    public void on(Pending message) {
        super.on(message);
        if (wait.isPresent()) {
            checkSameCode(wait.get(), message);
            return;
        }
        wait = Optional.of(new Wait(message.code(), clock.nanoTime(), message.lifetime()));
        vertx.setTimer(message.lifetime().plus(timeouts.grace()).toMillis(), id -> fail(tooLate(message.lifetime())));
        listener.pending(new ApprovalCode(message.code()), message.lifetime());
    }

    @Override
    public void onSignOfLife() {
        receivedNanos = clock.nanoTime();
    }

    @Override
    String refusal() {
        if (wait.isEmpty()) {
            return "The relay does not accept enrollments. Ask its owner for a link: fanlight-relay camera invite NAME";
        }
        long waitedNanos = clock.nanoTime() - wait.get().sinceNanos();
        Duration lifetime = wait.get().lifetime();
        return waitedNanos >= lifetime.minus(NEAR_THE_END).toNanos()
                ? String.valueOf(tooLate(lifetime).getMessage())
                : "The owner of the relay has rejected this computer.";
    }

    private void checkSameCode(Wait waited, Pending message) {
        if (!waited.code().equals(message.code())) {
            socket().close(CloseReason.PROTOCOL_ERROR);
        }
    }

    private void checkTaken() {
        if (wait.isEmpty()) {
            fail(PairingResult.late());
        }
    }

    private void beat() {
        if (clock.nanoTime() - receivedNanos > timeouts.silence().toNanos()) {
            fail(PairingResult.late());
        } else {
            socket().ping();
        }
    }

    private static UplinkException tooLate(Duration lifetime) {
        String sentence = "The owner did not approve this computer within " + DurationText.of(lifetime)
                + ". To ask again, run this command again.";
        return new UplinkException(Problem.REFUSED, sentence);
    }
}
