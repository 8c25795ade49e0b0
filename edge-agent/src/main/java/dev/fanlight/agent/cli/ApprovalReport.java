package dev.fanlight.agent.cli;

import dev.fanlight.agent.uplink.pairing.EnrollmentListener;
import dev.fanlight.agent.uplink.pairing.EnrollmentRequest;
import dev.fanlight.agent.uplink.socket.RelayTrust;
import dev.fanlight.cli.DurationText;
import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.identity.ServerKey;
import java.io.PrintWriter;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

/** Prints what the owner has to enter and compare. Event loop only. */
final class ApprovalReport implements EnrollmentListener {

    private final PrintWriter out;
    private final RelayUrl relay;
    private final RelayTrust trust;
    private final EnrollmentRequest request;

    ApprovalReport(PrintWriter out, RelayUrl relay, RelayTrust trust, EnrollmentRequest request) {
        this.out = out;
        this.relay = relay;
        this.trust = trust;
        this.request = request;
    }

    @Override
    public void answers(Optional<PublicKey> authority) {
        if (trust instanceof RelayTrust.FirstUse && authority.isPresent()) {
            firstUse(authority.get());
        } else {
            String why = trust instanceof RelayTrust.Pinned ? "its pin matches" : "a public authority has certified it";
            out.println("✓ " + relay.authority() + " answers, and " + why);
        }
        out.flush();
    }

    @Override
    public void pending(ApprovalCode code, Duration lifetime) {
        int half = ApprovalCode.LENGTH / 2;
        out.println();
        out.println("  Open https://" + relay.authority() + "/admin and approve \"" + request.host() + "\":");
        out.println();
        out.println("    code   " + code.text().substring(0, half) + "-"
                + code.text().substring(half));
        out.println("    words  " + words(request.key().publicKeyBytes()));
        out.println();
        out.println("  Approve only if the page shows the same words. Waiting for " + DurationText.of(lifetime)
                + "; Ctrl-C stops.");
        out.flush();
    }

    private void firstUse(PublicKey authority) {
        out.println("! " + relay.authority() + " is not verified: it is trusted on first use");
        out.println("    pin    " + ServerKey.pinOf(authority));
        out.println("    words  " + words(authority.getEncoded()));
        out.println(
                "  Compare them with the relay's owner. If the relay shows another authority later, this agent stops.");
    }

    private static String words(byte[] publicKey) {
        return String.join(" ", Fingerprint.of(publicKey).words());
    }
}
