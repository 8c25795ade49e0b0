package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.ConcurrencyLimit.LinkFull;
import dev.fanlight.relay.auth.ConcurrencyLimit.Ticket;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * Admits viewers, whichever protocol they use: authenticates them, limits guesses of each address, and counts who watches. Blocking, thread
 * safe.
 */
public final class WatchGate {

    private final Authenticator authenticator;
    private final AccessPolicy policy;
    private final AddressLimits limits;
    private final WatchRule rule;
    private final RelayCounters counters;
    private final ConcurrencyLimit concurrency;
    private final Optional<LinkPlaces> shared;

    /**
     * A gate through which nobody has come yet.
     *
     * @param rule what must be fulfilled besides
     * @param maxViewers most viewers on this relay at a time
     * @param shared counts the viewers of links with those of other relays, if there are others
     */
    public WatchGate(
            Authenticator authenticator,
            AccessPolicy policy,
            AddressLimits limits,
            WatchRule rule,
            RelayCounters counters,
            IntSupplier maxViewers,
            Optional<LinkPlaces> shared) {
        this.authenticator = authenticator;
        this.policy = policy;
        this.limits = limits;
        this.rule = rule;
        this.counters = counters;
        this.concurrency = new ConcurrencyLimit(maxViewers);
        this.shared = shared;
    }

    /** The result of {@link #admit}. */
    public sealed interface Admission {}

    /**
     * The client may watch. It counts as a viewer until {@link #close()}, which its owner must call, on any thread; the second call does
     * nothing.
     *
     * @param principal the client
     * @param access the camera, as it was read just now
     * @param expiresAtMillis when the credential expires, if it does; ms since 1970
     * @param maxViewers how many may watch with the same credential at a time, if that is limited
     * @param label what the owner calls its link, empty without one
     * @param ticket its place among the viewers
     */
    public record Admitted(
            Principal principal,
            CameraAccess access,
            OptionalLong expiresAtMillis,
            OptionalInt maxViewers,
            String label,
            WatchTicket ticket)
            implements Admission, AutoCloseable {

        /** The camera’s name. */
        public CameraName camera() {
            return access.camera();
        }

        /** How much longer the credential is valid, if it expires; not positive when it has. */
        public Optional<Duration> remaining(long nowMillis) {
            return expiresAtMillis.isPresent()
                    ? Optional.of(Duration.ofMillis(expiresAtMillis.getAsLong() - nowMillis))
                    : Optional.empty();
        }

        @Override
        public void close() {
            ticket.close();
        }
    }

    /**
     * The client may not watch.
     *
     * @param reason why
     * @param retryAfter how long to wait before another try, if that is known
     */
    public record Refused(Reason reason, Optional<Duration> retryAfter) implements Admission, Identification {}

    /** The result of {@link #identify}. */
    public sealed interface Identification {}

    /**
     * The client may watch, but takes no place.
     *
     * @param principal the client
     * @param access the camera, as it was read just now
     */
    public record Identified(Principal principal, CameraAccess access) implements Identification {}

    /** Why a client may not watch. */
    public enum Reason {
        /** The address presented too many wrong credentials. */
        RATE_LIMITED,
        /** There is no such camera, or none for these credentials: not to be told apart. */
        NOT_FOUND,
        /** The rule does not permit it. */
        BANNED,
        /** As many watch as this relay allows. */
        RELAY_FULL,
        /** As many watch with the same link as it allows. */
        LINK_FULL
    }

    /**
     * Admits a client or refuses it.
     *
     * @param nameOrId the camera’s name, former name or unlisted id; any text
     * @param address where the client is, for rate limits
     */
    public Admission admit(String nameOrId, Credentials credentials, AddressKey address) {
        Authentication client = authenticator.authenticate(nameOrId, credentials);
        Optional<Refused> refused = refusal(client, credentials, address);
        if (refused.isPresent()) {
            return refused.get();
        }
        CameraAccess camera = client.camera().orElseThrow();
        ConcurrencyLimit.Result place = concurrency.acquire(client.principal(), client.maxViewers());
        if (!(place instanceof Ticket ticket)) {
            return new Refused(place instanceof LinkFull ? Reason.LINK_FULL : Reason.RELAY_FULL, Optional.empty());
        }
        Optional<WatchTicket> everywhere = everywhere(client, ticket);
        if (everywhere.isEmpty()) {
            ticket.close();
            return new Refused(Reason.LINK_FULL, Optional.empty());
        }
        counters.increment(RelayCounter.VIEWERS_ADMITTED);
        return new Admitted(
                client.principal(),
                camera,
                client.expiresAtMillis(),
                client.maxViewers(),
                client.label(),
                everywhere.get());
    }

    /** A place on all relays together, besides the one here; empty when all that its link allows are taken. */
    private Optional<WatchTicket> everywhere(Authentication client, WatchTicket here) {
        if (shared.isEmpty()
                || client.maxViewers().isEmpty()
                || !(client.principal() instanceof Principal.LinkHolder holder)) {
            return Optional.of(here);
        }
        return shared.get().take(holder.link(), client.maxViewers().getAsInt()).map(other -> () -> {
            other.close();
            here.close();
        });
    }

    /**
     * Finds out who asks, for requests that take no place among the viewers, or refuses them.
     *
     * @param nameOrId any text
     */
    public Identification identify(String nameOrId, Credentials credentials, AddressKey address) {
        Authentication client = authenticator.authenticate(nameOrId, credentials);
        Optional<Refused> refused = refusal(client, credentials, address);
        return refused.isPresent()
                ? refused.get()
                : new Identified(client.principal(), client.camera().orElseThrow());
    }

    /**
     * Why a client would not be admitted, apart from how many watch; empty when it would. It takes no place, for protocols that decide before the
     * client has proved what it claims.
     *
     * @param nameOrId any text
     */
    public Optional<Refused> refusal(String nameOrId, Credentials credentials, AddressKey address) {
        return refusal(authenticator.authenticate(nameOrId, credentials), credentials, address);
    }

    /**
     * The camera whose last still anyone may see who has its address, if this is one.
     *
     * @param nameOrId any text
     */
    public Optional<CameraAccess> preview(String nameOrId) {
        return authenticator.camera(nameOrId).filter(CameraAccess::mayBePreviewed);
    }

    /**
     * A camera that the settings name: who can write them needs no other right.
     *
     * @param name now or formerly
     */
    public Optional<CameraAccess> configured(CameraName name) {
        return authenticator.camera(name.text());
    }

    /** Whether a client that was admitted would be admitted again; its session counts as used. */
    public AccessDecision recheck(Admitted admitted, Credentials credentials) {
        authenticator.touch(credentials);
        return authenticator.recheck(admitted.principal(), admitted.camera());
    }

    private Optional<Refused> refusal(Authentication client, Credentials credentials, AddressKey address) {
        if (!mayWatch(client)) {
            return Optional.of(refuseGuess(credentials, address));
        }
        boolean permitted = rule.permits(client.camera().orElseThrow(), client.principal(), credentials, address);
        return permitted ? Optional.empty() : Optional.of(refuse(Reason.BANNED));
    }

    private boolean mayWatch(Authentication client) {
        return client.camera()
                .filter(access -> policy.authorize(client.principal(), Action.WATCH, access.camera()))
                .isPresent();
    }

    /**
     * Only failures are limited: a valid key counts whatever others at its address guess. Without a key or token nothing was guessed: a page
     * that was reloaded without its link.
     */
    private Refused refuseGuess(Credentials credentials, AddressKey address) {
        boolean guessed = credentials.key().isPresent()
                || credentials.token().isPresent()
                || credentials.provenLink().isPresent();
        Optional<Duration> wait = guessed ? limits.take(LimitedAction.FAILED_CREDENTIALS, address) : Optional.empty();
        if (wait.isPresent()) {
            counters.increment(RelayCounter.ADDRESSES_LIMITED);
            return new Refused(Reason.RATE_LIMITED, wait);
        }
        return refuse(Reason.NOT_FOUND);
    }

    private Refused refuse(Reason reason) {
        counters.increment(RelayCounter.VIEWERS_REFUSED);
        return new Refused(reason, Optional.empty());
    }
}
