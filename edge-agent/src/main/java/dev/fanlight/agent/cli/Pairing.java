package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentVersion;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.uplink.pairing.Enrollment;
import dev.fanlight.agent.uplink.pairing.EnrollmentRequest;
import dev.fanlight.agent.uplink.pairing.JoinConnection;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.RelayTrust;
import dev.fanlight.agent.uplink.socket.TlsWarmUp;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** The two ways to pair with a relay, with failures as sentence and exit code. Main thread. */
final class Pairing {

    /** Before the second, third and fourth try: a relay that restarts is back by then. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private static final double MILLIS = 1e3;

    private static final String LATER = " Try again in a minute.";

    /** One attempt to pair, from dialling to the registration. */
    private interface Attempt {

        DeviceIdentity run() throws UplinkException, InterruptedException;
    }

    private final PrintWriter out;
    private final Duration limit;
    private final AgentTimeouts timeouts;
    private final Sleeper sleeper;

    /** {@code limit} is for dialling, and again for the dialogue. */
    Pairing(PrintWriter out, Duration limit, AgentTimeouts timeouts, Sleeper sleeper) {
        this.out = out;
        this.limit = limit;
        this.timeouts = timeouts;
        this.sleeper = sleeper;
    }

    /**
     * Reads a join link.
     *
     * @throws UserException when it is none
     */
    static JoinLink link(String text) {
        try {
            return JoinLink.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, e.getMessage() + ".", e);
        }
    }

    /**
     * Refuses to replace the identity of an earlier join.
     *
     * @throws UserException when there is one
     */
    static void checkNotJoined(IdentityStore store) {
        store.load().ifPresent(identity -> {
            throw new UserException(
                    ExitCode.NOT_ALLOWED,
                    "This computer has already joined " + identity.relay() + " as \"" + identity.camera()
                            + "\". Stream with: fanlight-agent run   Or join again with: fanlight-agent join --force LINK");
        });
    }

    /** By a link with a one-time code. */
    DeviceIdentity join(JoinLink link) throws InterruptedException {
        TlsWarmUp.run();
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (EventLoop loop = new EventLoop(timeouts.stop())) {
            DeviceIdentity identity = retry(
                    () -> JoinConnection.join(loop, link, key, AgentVersion.text(), timeouts.connection(), limit));
            out.println("✓ " + identity.relay().authority() + " answers, and is the relay of the link");
            return identity;
        } catch (UplinkException e) {
            String advice = e.problem() == Problem.BUSY ? LATER : "";
            throw new UserException(exitCode(e.problem()), e.getMessage() + advice, e);
        }
    }

    /** Tries again while no relay answers; not once the relay was sent the code, which is valid once, or the request. */
    private DeviceIdentity retry(Attempt attempt) throws UplinkException, InterruptedException {
        for (Duration pause : PAUSES) {
            try {
                return attempt.run();
            } catch (UplinkException e) {
                if (e.problem() != Problem.UNREACHABLE) {
                    throw e;
                }
                out.println(e.getMessage() + " Trying again in " + pause.toMillis() / MILLIS + " s.");
                out.flush();
                sleeper.sleepNanos(pause.toNanos());
            }
        }
        return attempt.run();
    }

    /** By enrollment, which the owner approves in the browser. */
    DeviceIdentity ask(RelayUrl relay, RelayTrust trust) throws InterruptedException {
        TlsWarmUp.run();
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        EnrollmentRequest request = new EnrollmentRequest(key, ComputerName.own(), AgentVersion.text());
        ApprovalReport report = new ApprovalReport(out, relay, trust, request);
        try (EventLoop loop = new EventLoop(timeouts.stop())) {
            RelayAddress address = new RelayAddress(relay, trust, limit);
            return retry(() -> await(Enrollment.start(loop, address, request, report, timeouts, NanoClock.SYSTEM)));
        } catch (UplinkException e) {
            throw new UserException(exitCode(e.problem()), e.getMessage() + advice(e.problem()), e);
        }
    }

    private DeviceIdentity await(Enrollment enrollment) throws UplinkException, InterruptedException {
        ShutdownThread shutdown = ShutdownThread.register(() -> stop(enrollment));
        try {
            return enrollment.await();
        } catch (UplinkException e) {
            if (e.problem() == Problem.STOPPED) {
                ShutdownThread.awaitEnd();
            }
            throw e;
        } finally {
            shutdown.disarm();
        }
    }

    private void stop(Enrollment enrollment) {
        enrollment.stop();
        out.println();
        out.println("Stopped. This computer has not joined a relay.");
        out.flush();
    }

    private static String advice(Problem problem) {
        return switch (problem) {
            case UNTRUSTED ->
                " If the relay has an authority of its own, ask its owner for the pin: --pin PIN, or for a join link:"
                        + " fanlight-relay camera invite NAME. To trust the relay that answers now: --trust-on-first-use";
            case WRONG_PIN -> " Is the pin mistyped?";
            case BUSY -> LATER;
            default -> "";
        };
    }

    private static int exitCode(Problem problem) {
        return switch (problem) {
            case WRONG_PIN -> ExitCode.WRONG_RELAY;
            case CERTIFICATE, UNTRUSTED, REFUSED -> ExitCode.NOT_ALLOWED;
            case UNREACHABLE, BUSY, NO_ANSWER, NOT_A_RELAY -> ExitCode.UNREACHABLE;
            case STOPPED -> ExitCode.INTERRUPTED;
        };
    }
}
