package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.identity.ApprovalCode;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

/** Hears how a request for approval goes. Called by the event loop; must not block. */
public interface EnrollmentListener {

    /** The relay was recognised; nothing was said to it yet. {@code authority} is there when it has one of its own. */
    void answers(Optional<PublicKey> authority);

    /** The owner has {@code lifetime} to type {@code code}. */
    void pending(ApprovalCode code, Duration lifetime);
}
