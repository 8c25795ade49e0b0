package dev.fanlight.relay.ingest;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.AccessDecision;
import dev.fanlight.relay.auth.AccessPolicy;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ingest.PublishCredentials.DeviceProof;
import dev.fanlight.relay.ingest.PublishCredentials.ProvenKey;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import java.time.Duration;
import java.util.Optional;

/** Admits publishers, whichever protocol they use: authenticates them and limits guesses of each address. Blocking, thread safe. */
public final class PublishGate {

    private final DeviceAuthenticator devices;
    private final Authenticator authenticator;
    private final AccessPolicy policy;
    private final AddressLimits limits;
    private final RelayCounters counters;

    /** Admits devices of {@code devices} and holders of publish keys that {@code authenticator} knows. */
    public PublishGate(
            DeviceAuthenticator devices,
            Authenticator authenticator,
            AccessPolicy policy,
            AddressLimits limits,
            RelayCounters counters) {
        this.devices = devices;
        this.authenticator = authenticator;
        this.policy = policy;
        this.limits = limits;
        this.counters = counters;
    }

    /** The result of {@link #admit}. */
    public sealed interface Admission {}

    /**
     * The publisher may publish.
     *
     * @param principal the device or the holder of the publish key
     * @param access the camera, as it was read just now
     */
    public record Admitted(Principal principal, CameraAccess access) implements Admission {

        /** The camera’s name. */
        public CameraName camera() {
            return access.camera();
        }
    }

    /**
     * The publisher may not publish.
     *
     * @param reason why
     * @param retryAfter how long to wait before another try, if that is known
     */
    public record Refused(Reason reason, Optional<Duration> retryAfter) implements Admission {}

    /** Why a publisher may not publish. */
    public enum Reason {
        /** The address presented too many wrong credentials. */
        RATE_LIMITED,
        /** The device or key is unknown or revoked, or the proof is wrong. */
        NOT_AUTHENTIC
    }

    /**
     * Admits a publisher or refuses it.
     *
     * @param address where it is, for rate limits
     */
    public Admission admit(PublishCredentials credentials, AddressKey address) {
        Optional<Admitted> admitted = authenticate(credentials);
        if (admitted.isEmpty()) {
            return refuse(address);
        }
        counters.increment(RelayCounter.PUBLISHERS_ADMITTED);
        return admitted.get();
    }

    /** Whether this would be admitted now, without counting it as a try: for credentials that the relay’s settings name. */
    public boolean isValid(PublishCredentials credentials) {
        return authenticate(credentials).isPresent();
    }

    /** Only failures are limited: a valid proof counts whatever others at its address present, and costs little to check. */
    private Refused refuse(AddressKey address) {
        Optional<Duration> wait = limits.take(LimitedAction.FAILED_CREDENTIALS, address);
        if (wait.isPresent()) {
            counters.increment(RelayCounter.ADDRESSES_LIMITED);
            return new Refused(Reason.RATE_LIMITED, wait);
        }
        counters.increment(RelayCounter.PUBLISHERS_REFUSED);
        return new Refused(Reason.NOT_AUTHENTIC, Optional.empty());
    }

    /** Whether a publisher that was admitted would be admitted again. */
    public AccessDecision recheck(Admitted admitted) {
        return authenticator.recheck(admitted.principal(), admitted.camera());
    }

    private Optional<Admitted> authenticate(PublishCredentials credentials) {
        if (credentials instanceof DeviceProof proof) {
            return devices.authenticate(proof)
                    .map(Registered::principal)
                    .flatMap(device -> authorize(device, device.camera()));
        }
        if (credentials instanceof ProvenKey proven) {
            return authenticator
                    .publishKeyWithId(proven.id())
                    .flatMap(holder -> authorize(holder, holder.camera()))
                    .filter(admitted -> isFor(admitted.access(), proven.camera()));
        }
        PublishKey key = (PublishKey) credentials;
        return authenticator
                .publishKey(key.secret())
                .flatMap(holder -> authorize(holder, holder.camera()))
                .filter(admitted -> key.camera()
                        .filter(asked -> !isFor(admitted.access(), asked))
                        .isEmpty());
    }

    /** A camera’s former name will do. */
    private boolean isFor(CameraAccess access, String asked) {
        return authenticator.camera(asked).map(CameraAccess::camera).equals(Optional.of(access.camera()));
    }

    private Optional<Admitted> authorize(Principal principal, CameraName camera) {
        return authenticator
                .camera(camera.text())
                .filter(access -> policy.authorize(principal, Action.PUBLISH, access.camera()))
                .map(access -> new Admitted(principal, access));
    }
}
