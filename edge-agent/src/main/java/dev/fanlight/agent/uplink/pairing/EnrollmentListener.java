package dev.fanlight.agent.uplink.pairing;

import dev.fanlight.identity.ApprovalCode;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

/** Gets the progress of an enrollment. Called by the event loop; must not block. */
public interface EnrollmentListener {

    /** The relay was authenticated; nothing was sent to it yet. {@code authority} is present when it has one of its own. */
    void answers(Optional<PublicKey> authority);

    /** The owner has {@code lifetime} to enter {@code code}. */
    void pending(ApprovalCode code, Duration lifetime);
}
