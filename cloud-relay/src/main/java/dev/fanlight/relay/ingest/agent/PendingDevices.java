package dev.fanlight.relay.ingest.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Devices that wait for the owner’s approval, each while its socket is open and at most {@link #LIFE}. At most {@link #MAX_DEVICES}, so
 * that a stranger can fill the list but nothing else. Thread safe, does not block.
 */
public final class PendingDevices {

    /** How long a device waits. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** Most devices that wait. */
    public static final int MAX_DEVICES = 20;

    /** Most that wait from one address. */
    public static final int MAX_PER_ADDRESS = 3;

    private static final int ID_BITS = 40;

    private final Secrets secrets;
    private final RandomGenerator random;

    @GuardedBy("this")
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** Nobody waits. */
    public PendingDevices(Secrets secrets, RandomGenerator random) {
        this.secrets = secrets;
        this.random = random;
    }

    /**
     * What a device says of itself.
     *
     * @param publicKey SubjectPublicKeyInfo, DER in base64; it has proved that it holds the private half
     * @param host what its computer calls itself
     * @param agent version of its program
     * @param address where it is
     * @param key whom limits count it as
     */
    public record Applicant(String publicKey, String host, String agent, String address, AddressKey key) {}

    /**
     * A device that waits.
     *
     * @param id names it, no secret
     * @param code what its agent shows
     * @param applicant what it says of itself
     * @param sinceMillis since when
     */
    public record Pending(String id, String code, Applicant applicant, long sinceMillis) {}

    private record Waiting(Pending pending, Consumer<Optional<Registered>> outcome) {}

    /**
     * Adds a device.
     *
     * @param outcome told once what became of it, on the thread that decides; nothing means that it was sent away
     * @return empty when there are too many
     */
    synchronized Optional<Pending> add(Applicant applicant, long nowMillis, Consumer<Optional<Registered>> outcome) {
        long here = waiting.values().stream()
                .filter(other -> other.pending.applicant().key().equals(applicant.key()))
                .count();
        if (waiting.size() >= MAX_DEVICES || here >= MAX_PER_ADDRESS) {
            return Optional.empty();
        }
        Pending pending =
                new Pending(secrets.base32(ID_BITS), ApprovalCode.draw(random).text(), applicant, nowMillis);
        waiting.put(pending.id(), new Waiting(pending, outcome));
        return Optional.of(pending);
    }

    /** A device waits no more. */
    synchronized void remove(String id) {
        waiting.remove(id);
    }

    /** All that wait, the oldest first. */
    public synchronized List<Pending> list() {
        return new ArrayList<>(waiting.values()).stream().map(Waiting::pending).toList();
    }

    /** The device of that id, if it waits. */
    public synchronized Optional<Pending> find(String id) {
        return Optional.ofNullable(waiting.get(id)).map(Waiting::pending);
    }

    /** Decides about a device that waits; whether it still did. */
    public boolean decide(String id, Optional<Registered> outcome) {
        Optional<Waiting> device;
        synchronized (this) {
            device = Optional.ofNullable(waiting.remove(id));
        }
        device.ifPresent(waiter -> waiter.outcome.accept(outcome));
        return device.isPresent();
    }
}
