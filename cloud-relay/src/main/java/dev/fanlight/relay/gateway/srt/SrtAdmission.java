package dev.fanlight.relay.gateway.srt;

import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.WatchGate;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishCredentials;
import dev.fanlight.relay.ingest.PublishGate;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.srt.SrtPassphrases.Purpose;
import dev.fanlight.relay.srt.SrtRequest;
import java.util.Optional;

/** Decides about callers: by the id of their key, whose passphrase they then have to encrypt with. Blocking, thread safe. */
final class SrtAdmission {

    private final SrtServices services;

    SrtAdmission(SrtServices services) {
        this.services = services;
    }

    /** The result. */
    sealed interface Decision {}

    /**
     * It may come.
     *
     * @param expected what it is, when it is there
     * @param passphrase which it has to know; empty when it must not encrypt
     */
    record Allowed(Expected expected, String passphrase) implements Decision {

        /** Does not show the passphrase. */
        @Override
        public String toString() {
            return "Allowed[]";
        }
    }

    /** It may not. */
    record Rejected(SrtReject reason) implements Decision {}

    /** A caller that may come. */
    sealed interface Expected {}

    /** A publisher that was admitted. */
    record Publisher(PublishGate.Admitted admitted) implements Expected {}

    /** A viewer, who is admitted when he is there. */
    record Viewer(String camera, Credentials credentials, SrtRequest request) implements Expected {

        AddressKey addressKey() {
            return AddressKey.of(request.address());
        }
    }

    Decision decide(SrtStreamId id, SrtRequest request) {
        if (id.clearKey().isPresent() && !services.config().clearKeys()) {
            services.problem(
                    "A caller has sent a key in its stream id, which is not encrypted. Send the key’s id and use the"
                            + " passphrase, or allow it: clear_keys.");
            return new Rejected(SrtReject.UNAUTHORIZED);
        }
        return id.mode() == SrtStreamId.Mode.PUBLISH ? publisher(id, request) : viewer(id, request);
    }

    private Decision publisher(SrtStreamId id, SrtRequest request) {
        PublishCredentials credentials = id.clearKey().isPresent()
                ? new PublishCredentials.PublishKey(
                        Optional.of(id.camera()), id.clearKey().get())
                : new PublishCredentials.ProvenKey(id.camera(), id.id().orElse(""));
        GatewayContext relay = services.relay();
        PublishGate.Admission admission = relay.publishGate().admit(credentials, AddressKey.of(request.address()));
        if (admission instanceof PublishGate.Admitted admitted) {
            return new Allowed(new Publisher(admitted), passphrase(id, Purpose.PUBLISH));
        }
        services.problem("A publisher has no valid publish key of its camera.");
        return new Rejected(
                switch (((PublishGate.Refused) admission).reason()) {
                    case NOT_AUTHENTIC -> SrtReject.UNAUTHORIZED;
                    case RATE_LIMITED -> SrtReject.OVERLOAD;
                });
    }

    private Decision viewer(SrtStreamId id, SrtRequest request) {
        Credentials credentials = credentials(id);
        Viewer viewer = new Viewer(id.camera(), credentials, request);
        Optional<WatchGate.Refused> refused =
                services.relay().watchGate().refusal(id.camera(), credentials, viewer.addressKey());
        if (refused.isEmpty()) {
            return new Allowed(viewer, passphrase(id, Purpose.WATCH));
        }
        services.problem("A viewer has no valid link to its camera.");
        return new Rejected(
                switch (refused.get().reason()) {
                    case NOT_FOUND -> SrtReject.UNAUTHORIZED;
                    case BANNED -> SrtReject.FORBIDDEN;
                    case RATE_LIMITED, RELAY_FULL, LINK_FULL -> SrtReject.OVERLOAD;
                });
    }

    /** An id counts only where its passphrase is asked for, which it is not of who sends a key. */
    static Credentials credentials(SrtStreamId id) {
        return id.clearKey().isPresent()
                ? Credentials.NONE.withKey(id.clearKey())
                : id.id().map(Credentials::ofProvenLink).orElse(Credentials.NONE);
    }

    private String passphrase(SrtStreamId id, Purpose purpose) {
        return id.clearKey().isPresent()
                ? ""
                : id.id()
                        .map(key -> services.relay().srt().passphrases().of(purpose, key))
                        .orElse("");
    }
}
