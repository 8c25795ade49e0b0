package dev.fanlight.relay.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.NetworkFailures;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet). {@link #THREADS} do it at a
 * time and {@link #WAITING} more wait, so that a flood of passwords costs two threads and 40 MiB; beyond that the network with the most, and
 * with the most wrong ones lately, loses one of its own. Thread safe.
 */
public final class PasswordHasher implements AutoCloseable {

    /** How many passwords are worked on at a time. */
    public static final int THREADS = 2;

    /** How many wait. */
    public static final int WAITING = HashQueue.WAITING;

    /** Shortest password of the owner, characters. */
    public static final int MIN_OWNER_CHARS = 12;

    /** Longest password, characters. */
    public static final int MAX_CHARS = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** What a password is compared with where there is nothing to compare it with, so that this takes as long. */
    private static final String NO_PASSWORD =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final NetworkFailures wrong = new NetworkFailures();
    private final HashQueue waiting = new HashQueue(wrong);
    private final List<LoopRunner> runners;

    /** Starts its threads. */
    public PasswordHasher(ErrorLog errors) {
        AtomicInteger number = new AtomicInteger();
        this.runners = java.util.stream.Stream.generate(() -> LoopRunner.start(
                        new HashLoop("password-" + number.incrementAndGet()),
                        e -> errors.fatal("A password thread has ended", e)))
                .limit(THREADS)
                .toList();
    }

    /** A password was displaced from the queue by those of other addresses, and was not checked. */
    public static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyException() {
            super("too many passwords wait", null, false, false);
        }
    }

    /**
     * The hash of a password in PHC form. Completed on one of the threads; fails with {@link TooManyException} when too many wait.
     *
     * @param address who asks, of whom it is known that they may
     */
    public CompletableFuture<String> hash(String password, AddressKey address) {
        CompletableFuture<String> result = new CompletableFuture<>();
        waiting.addTrusted(
                task(
                        result,
                        () -> Password.hash(password)
                                .addRandomSalt(SALT_BYTES)
                                .with(function())
                                .getResult()),
                address);
        return result;
    }

    /**
     * Whether a password fits a hash; no hash fits nothing, in the same time. Completed on one of the threads; fails with {@link
     * TooManyException} when too many wait.
     *
     * @param address who asks
     * @param trusted whether the address has shown a right password before, and need not wait behind those that have not
     */
    public CompletableFuture<Boolean> verify(
            String password, Optional<String> hash, AddressKey address, boolean trusted) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        HashQueue.Waiting check = task(result, () -> {
            boolean fits = Password.check(password, hash.orElse(NO_PASSWORD))
                            .with(Argon2Function.getInstanceFromHash(hash.orElse(NO_PASSWORD)))
                    && hash.isPresent();
            if (!fits) {
                wrong.add(address);
            }
            return fits;
        });
        if (trusted) {
            waiting.addTrusted(check, address);
        } else {
            waiting.add(check, address);
        }
        return result;
    }

    /** Whether wrong passwords have come from the network of {@code address} lately. */
    public boolean hasFailed(AddressKey address) {
        return wrong.any(address);
    }

    @Override
    public void close() {
        runners.forEach(LoopRunner::close);
    }

    private static <T> HashQueue.Waiting task(CompletableFuture<T> result, Supplier<T> work) {
        return new HashQueue.Waiting(
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                },
                () -> result.completeExceptionally(new TooManyException()));
    }

    private static Argon2Function function() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    /** One thread’s share. */
    private final class HashLoop implements Loop {

        private final String name;

        HashLoop(String name) {
            this.name = name;
        }

        @Override
        public boolean doWork() throws InterruptedException {
            waiting.take().work().run();
            return true;
        }

        @Override
        public String roleName() {
            return name;
        }
    }
}
