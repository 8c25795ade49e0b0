package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.auth.PasswordHasher.TooManyException;
import dev.fanlight.relay.auth.TrustedAddresses;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Passwords as endpoints need them: what is too much becomes 429, and tries are counted by address before they are checked, so that
 * many at once get no further. No address has passwords checked beyond its limit, not even one from which the owner’s was right: whoever
 * else is there could guess without an end. Thread safe.
 */
public final class PasswordChecks {

    private static final Duration BUSY_WAIT = Duration.ofSeconds(2);

    private final PasswordHasher hasher;
    private final AddressLimits limits;
    private final TrustedAddresses owners = new TrustedAddresses();

    /** Has passwords hashed by {@code hasher}. */
    public PasswordChecks(PasswordHasher hasher, AddressLimits limits) {
        this.hasher = hasher;
        this.limits = limits;
    }

    /** The hash of a new password, of a caller who may set one. */
    Future<String> hash(String password, AddressKey address) {
        return later(hasher.hash(password, address));
    }

    /** Fails with {@code wrong_password} unless the password fits, and with 429 when this address has tried too often. */
    Future<Void> require(String password, Optional<String> hash, AddressKey address) {
        return require(password, hash, address, false);
    }

    /** As {@link #require} for the owner’s password: addresses from which it was right before have priority. */
    Future<Void> requireOwners(String password, Optional<String> hash, AddressKey address) {
        return require(password, hash, address, owners.contains(address)).onSuccess(fits -> owners.add(address));
    }

    /** Whether calls of an address have low priority: its network has sent wrong passwords lately, and the owner’s was never right there. */
    boolean isLowPriority(AddressKey address) {
        return hasher.hasFailed(address) && !owners.contains(address);
    }

    private Future<Void> require(String password, Optional<String> hash, AddressKey address, boolean trusted) {
        Optional<Duration> wait = limits.take(LimitedAction.FAILED_PASSWORD, address);
        if (wait.isPresent()) {
            return Future.failedFuture(new ProblemException(Problem.tooMany(wait.get())));
        }
        return later(hasher.verify(password, hash, address, trusted))
                .onComplete(answer -> giveBackUnlessWrong(answer, address))
                .compose(fits -> fits
                        ? Future.succeededFuture()
                        : Future.failedFuture(new ProblemException(Problem.Code.WRONG_PASSWORD)));
    }

    /** A password that was never looked at is no failure of who sent it. */
    private void giveBackUnlessWrong(AsyncResult<Boolean> answer, AddressKey address) {
        if (answer.failed() || answer.result()) {
            limits.giveBack(LimitedAction.FAILED_PASSWORD, address);
        }
    }

    private static <T> Future<T> later(CompletableFuture<T> result) {
        return Future.fromCompletionStage(result)
                .recover(e -> Future.failedFuture(
                        e instanceof TooManyException ? new ProblemException(Problem.tooMany(BUSY_WAIT)) : e));
    }
}
