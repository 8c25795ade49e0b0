package dev.fanlight.relay.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.ratelimit.AddressLimits;
import dev.fanlight.relay.ratelimit.LimitedAction;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final AddressKey ADDRESS = AddressKey.of(InetAddress.getLoopbackAddress());

    private final AddressLimits limits = new AddressLimits(() -> 0, 20, 10);
    private final PasswordHasher hasher = new PasswordHasher(new ErrorLog(() -> 0));
    private final PasswordChecks passwords = new PasswordChecks(hasher, limits);

    @AfterEach
    void stop() {
        hasher.close();
    }

    @Test
    void aPasswordThatAFullHasherDidNotCheckIsNotCounted() {
        hasher.close();
        fill();
        assertThat(codeOf(passwords.require("a", Optional.empty(), ADDRESS))).isEqualTo(Problem.Code.TOO_MANY_REQUESTS);
        assertThat(limits.blocked(LimitedAction.FAILED_PASSWORD, ADDRESS)).isEmpty();
    }

    @Test
    void aWrongPasswordIsCounted() {
        assertThat(codeOf(passwords.require("a", Optional.empty(), ADDRESS))).isEqualTo(Problem.Code.WRONG_PASSWORD);
        assertThat(limits.blocked(LimitedAction.FAILED_PASSWORD, ADDRESS)).isPresent();
    }

    /** Whose threads have ended takes nothing out. */
    private void fill() {
        for (int i = 0; i < PasswordHasher.WAITING; i++) {
            assertThat(hasher.hash("b")).isPresent();
        }
        assertThat(hasher.hash("b")).isEmpty();
    }

    private static Problem.Code codeOf(Future<Void> answer) {
        try {
            answer.await();
        } catch (ProblemException e) {
            return e.problem().code();
        }
        throw new AssertionError("it was taken");
    }
}
