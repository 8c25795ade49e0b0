package dev.fanlight.relay.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet). {@link #THREADS} do it at a
 * time and {@link #WAITING} more wait, so that a flood of passwords costs two threads and 40 MiB; what is beyond is refused at once.
 * Thread safe.
 */
public final class PasswordHasher implements AutoCloseable {

    /** How many passwords are worked on at a time. */
    public static final int THREADS = 2;

    /** How many wait. */
    public static final int WAITING = 16;

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
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
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

    /** The hash of a password in PHC form; empty when too many wait. Completed on one of the desk’s threads. */
    public Optional<CompletableFuture<String>> hash(String password) {
        return submit(() -> Password.hash(password)
                .addRandomSalt(SALT_BYTES)
                .with(function())
                .getResult());
    }

    /**
     * Whether a password fits a hash; no hash fits nothing, in the same time. Empty when too many wait. Completed on one of the desk’s
     * threads.
     */
    public Optional<CompletableFuture<Boolean>> verify(String password, Optional<String> hash) {
        return submit(() -> Password.check(password, hash.orElse(NOBODYS))
                        .with(Argon2Function.getInstanceFromHash(hash.orElse(NOBODYS)))
                && hash.isPresent());
    }

    @Override
    public void close() {
        runners.forEach(LoopRunner::close);
    }

    private <T> Optional<CompletableFuture<T>> submit(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        boolean taken = waiting.offer(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return taken ? Optional.of(result) : Optional.empty();
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
            waiting.take().run();
            return true;
        }

        @Override
        public String roleName() {
            return name;
        }
    }
}
