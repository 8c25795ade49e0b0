package dev.fanlight.relay.ingest.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.FairPlaces;
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
 * that a stranger can fill the list but nothing else; a new one then takes the place of the oldest at the address with the most, so that
 * strangers cannot keep the owner’s own device out. Thread safe, does not block.
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

    private final FairPlaces<String> places = new FairPlaces<>(MAX_DEVICES);

    /** No device is pending. */
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

    /** What becomes of a device that waits. */
    sealed interface Outcome {}

    /**
     * The owner let it publish.
     *
     * @param device as it is registered
     */
    record Approved(Registered device) implements Outcome {}

    /** The owner sent it away. */
    record Refused() implements Outcome {}

    /** Another device got its place. */
    record Displaced() implements Outcome {}

    private record Waiting(Pending pending, Consumer<Outcome> outcome) {}

    /**
     * Adds a device.
     *
     * @param outcome called once with what became of it, on the thread that decides
     * @return empty when too many wait at its address
     */
    Optional<Pending> add(Applicant applicant, long nowMillis, Consumer<Outcome> outcome) {
        Optional<Waiting> displaced;
        Pending pending;
        synchronized (this) {
            if (waitingAt(applicant.key()) >= MAX_PER_ADDRESS) {
                return Optional.empty();
            }
            pending = new Pending(
                    secrets.base32(ID_BITS), ApprovalCode.draw(random).text(), applicant, nowMillis);
            waiting.put(pending.id(), new Waiting(pending, outcome));
            displaced = places.add(pending.id(), applicant.key()).map(waiting::remove);
        }
        displaced.ifPresent(device -> device.outcome.accept(new Displaced()));
        return Optional.of(pending);
    }

    @GuardedBy("this")
    private long waitingAt(AddressKey address) {
        return waiting.values().stream()
                .filter(other -> other.pending.applicant().key().equals(address))
                .count();
    }

    /** A device waits no more. */
    synchronized void remove(String id) {
        waiting.remove(id);
        places.remove(id);
    }

    /** All that wait, the oldest first. */
    public synchronized List<Pending> list() {
        return new ArrayList<>(waiting.values()).stream().map(Waiting::pending).toList();
    }

    /** The device of that id, if it waits. */
    public synchronized Optional<Pending> find(String id) {
        return Optional.ofNullable(waiting.get(id)).map(Waiting::pending);
    }

    /** Lets a device publish that was registered; whether it still waited. */
    public boolean approve(String id, Registered device) {
        return decide(id, new Approved(device));
    }

    /** Sends a device away; whether it still waited. */
    public boolean refuse(String id) {
        return decide(id, new Refused());
    }

    private boolean decide(String id, Outcome outcome) {
        Optional<Waiting> device;
        synchronized (this) {
            device = Optional.ofNullable(waiting.remove(id));
            places.remove(id);
        }
        device.ifPresent(waiter -> waiter.outcome.accept(outcome));
        return device.isPresent();
    }
}
