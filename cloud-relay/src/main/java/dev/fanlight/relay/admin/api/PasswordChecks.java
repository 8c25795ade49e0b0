package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * PasswordChecks as endpoints need them: what is too much becomes 429, and tries are counted by address before they are looked at, so that
 * many at once get no further. Event loop only.
 */
public final class PasswordChecks {

    private static final Duration BUSY_WAIT = Duration.ofSeconds(2);

    private final PasswordHasher hasher;
    private final AddressLimits limits;

    /** Has passwords hashed by {@code hasher}. */
    public PasswordChecks(PasswordHasher hasher, AddressLimits limits) {
        this.hasher = hasher;
        this.limits = limits;
    }

    /** The hash of a new password. */
    Future<String> hash(String password) {
        return later(hasher.hash(password));
    }

    /** Fails with {@code wrong_password} unless the password fits, and with 429 when this address has tried too often. */
    Future<Void> require(String password, Optional<String> hash, AddressKey address) {
        Optional<Duration> wait = limits.take(LimitedAction.FAILED_PASSWORD, address);
        if (wait.isPresent()) {
            return Future.failedFuture(new ProblemException(Problem.tooMany(wait.get())));
        }
        return later(hasher.verify(password, hash))
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

    private static <T> Future<T> later(Optional<CompletableFuture<T>> result) {
        return result.map(Future::fromCompletionStage)
                .orElseGet(() -> Future.failedFuture(new ProblemException(Problem.tooMany(BUSY_WAIT))));
    }
}
