package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentVersion;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.uplink.pairing.Enrollment;
import dev.fanlight.agent.uplink.pairing.EnrollmentRequest;
import dev.fanlight.agent.uplink.pairing.JoinConnection;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.agent.uplink.socket.RelayAddress;
import dev.fanlight.agent.uplink.socket.RelayTrust;
import dev.fanlight.agent.uplink.socket.UplinkException;
import dev.fanlight.agent.uplink.socket.UplinkException.Problem;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.runtime.NanoClock;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;

/** The two ways to pair with a relay, with failures as sentence and exit code. Main thread. */
final class Pairing {

    private final PrintWriter out;
    private final Duration limit;
    private final AgentTimeouts timeouts;

    /** {@code limit} is for dialling, and again for the dialogue. */
    Pairing(PrintWriter out, Duration limit, AgentTimeouts timeouts) {
        this.out = out;
        this.limit = limit;
        this.timeouts = timeouts;
    }

    /** By a link with a one-time code. */
    DeviceIdentity join(JoinLink link) throws InterruptedException {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (EventLoop loop = new EventLoop(timeouts.stop())) {
            DeviceIdentity identity =
                    JoinConnection.join(loop, link, key, AgentVersion.text(), timeouts.connection(), limit);
            out.println("✓ " + identity.relay().getAuthority() + " answers, and is the relay of the link");
            return identity;
        } catch (UplinkException e) {
            throw new UserException(exitCode(e.problem()), String.valueOf(e.getMessage()), e);
        }
    }

    /** By enrollment, which the owner approves in the browser. */
    DeviceIdentity ask(URI relay, RelayTrust trust) throws InterruptedException {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        EnrollmentRequest request = new EnrollmentRequest(key, ComputerName.own(), AgentVersion.text());
        ApprovalReport report = new ApprovalReport(out, relay, trust, request);
        try (EventLoop loop = new EventLoop(timeouts.stop())) {
            RelayAddress address = new RelayAddress(relay, trust, limit);
            Enrollment enrollment = Enrollment.start(loop, address, request, report, timeouts, NanoClock.SYSTEM);
            return await(enrollment);
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
            default -> "";
        };
    }

    private static int exitCode(Problem problem) {
        return switch (problem) {
            case WRONG_PIN -> ExitCode.WRONG_RELAY;
            case CERTIFICATE, UNTRUSTED, REFUSED -> ExitCode.NOT_ALLOWED;
            case UNREACHABLE, NOT_A_RELAY -> ExitCode.UNREACHABLE;
            case STOPPED -> ExitCode.INTERRUPTED;
        };
    }
}
