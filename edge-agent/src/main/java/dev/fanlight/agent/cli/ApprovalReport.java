package dev.fanlight.agent.cli;

import dev.fanlight.agent.uplink.pairing.DurationText;
import dev.fanlight.agent.uplink.pairing.EnrollmentListener;
import dev.fanlight.agent.uplink.pairing.EnrollmentRequest;
import dev.fanlight.agent.uplink.socket.RelayTrust;
import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.identity.Fingerprint;
import dev.fanlight.identity.ServerKey;
import java.io.PrintWriter;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

/** Shows what the owner has to type and compare. Event loop only. */
final class ApprovalReport implements EnrollmentListener {

    private final PrintWriter out;
    private final URI relay;
    private final RelayTrust trust;
    private final EnrollmentRequest applicant;

    ApprovalReport(PrintWriter out, URI relay, RelayTrust trust, EnrollmentRequest applicant) {
        this.out = out;
        this.relay = relay;
        this.trust = trust;
        this.applicant = applicant;
    }

    @Override
    public void answers(Optional<PublicKey> authority) {
        if (trust instanceof RelayTrust.FirstUse && authority.isPresent()) {
            firstUse(authority.get());
        } else {
            String why = trust instanceof RelayTrust.Pinned ? "its pin is right" : "a public authority vouches for it";
            out.println("✓ " + relay.getAuthority() + " answers, and " + why);
        }
        out.flush();
    }

    @Override
    public void pending(ApprovalCode code, Duration lifetime) {
        int half = ApprovalCode.LENGTH / 2;
        out.println();
        out.println("  Open https://" + relay.getAuthority() + "/admin and approve \"" + applicant.host() + "\":");
        out.println();
        out.println("    code   " + code.text().substring(0, half) + "-"
                + code.text().substring(half));
        out.println("    words  " + words(applicant.key().publicKeyBytes()));
        out.println();
        out.println("  Approve only if the page shows the same words. Waiting for " + DurationText.of(lifetime)
                + "; Ctrl-C stops.");
        out.flush();
    }

    private void firstUse(PublicKey authority) {
        out.println("! nobody vouches for " + relay.getAuthority() + ": it is trusted because you said so");
        out.println("    pin    " + ServerKey.pinOf(authority));
        out.println("    words  " + words(authority.getEncoded()));
        out.println("  Compare them with the relay's owner. If another authority answers later, this agent stops.");
    }

    private static String words(byte[] publicKey) {
        return String.join(" ", Fingerprint.of(publicKey).words());
    }
}
