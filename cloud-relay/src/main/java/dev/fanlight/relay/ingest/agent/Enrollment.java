package dev.fanlight.relay.ingest.agent;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ingest.agent.PendingDevices.Applicant;
import dev.fanlight.relay.socket.PeerSocket;
import io.netty.util.NetUtil;
import java.time.Duration;
import java.util.Optional;

/** An agent that waits until the owner has approved or refused it. Event loop only. */
final class Enrollment {

    /** How often the agent is sent how long it has left, so that the socket does not look idle. */
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final PeerSocket socket;
    private final PendingDevices devices;
    private final PendingDevices.Pending pending;
    private Duration left = PendingDevices.LIFE;

    private Enrollment(PeerSocket socket, PendingDevices devices, PendingDevices.Pending pending) {
        this.socket = socket;
        this.devices = devices;
        this.pending = pending;
    }

    /** Begins to wait; empty when too many wait at its address already. */
    static Optional<Enrollment> begin(PeerSocket socket, AgentServices services, Enroll request) {
        Applicant applicant = new Applicant(
                request.publicKey(),
                printable(request.host()),
                printable(request.agent()),
                NetUtil.toAddressString(socket.handshake().address()),
                socket.address());
        PendingDevices devices = services.registration().pending();
        Optional<PendingDevices.Pending> pending = devices.add(
                applicant, services.context().nowMillis(), outcome -> socket.post(() -> decided(socket, outcome)));
        return pending.map(waiting -> new Enrollment(socket, devices, waiting).waitForOwner());
    }

    /** The agent is gone. */
    void end() {
        devices.remove(pending.id());
    }

    private Enrollment waitForOwner() {
        sendPending();
        socket.every(REMINDER, this::remind);
        socket.after(PendingDevices.LIFE, () -> {
            end();
            socket.end(CloseReason.CODE_REFUSED);
        });
        return this;
    }

    private void remind() {
        left = left.minus(REMINDER);
        if (!left.isNegative() && !left.isZero()) {
            sendPending();
        }
    }

    private void sendPending() {
        socket.send(new Pending(pending.code(), left));
    }

    private static void decided(PeerSocket socket, PendingDevices.Outcome outcome) {
        if (outcome instanceof PendingDevices.Approved approved) {
            Registered device = approved.device();
            socket.send(new Joined(device.id(), device.camera().text()));
            socket.end(CloseReason.DONE);
        } else {
            socket.end(outcome instanceof PendingDevices.Displaced ? CloseReason.BUSY : CloseReason.CODE_REFUSED);
        }
    }

    /** What an unknown device calls itself is shown to the owner: letters, digits and a few signs only. */
    private static String printable(String text) {
        return text.replaceAll("[^A-Za-z0-9 ._-]", "");
    }
}
