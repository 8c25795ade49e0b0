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
    void passwordThatLostItsPlaceIsNotCounted() {
        hasher.close();
        Future<Void> answer = passwords.require("a", Optional.empty(), ADDRESS);
        flood(ADDRESS);
        assertThat(codeOf(answer)).isEqualTo(Problem.Code.TOO_MANY_REQUESTS);
        assertThat(limits.blocked(LimitedAction.FAILED_PASSWORD, ADDRESS)).isEmpty();
    }

    @Test
    void passwordFromElsewhereKeepsItsPlaceInAFlood() {
        hasher.close();
        Future<Void> answer = passwords.require("a", Optional.empty(), ADDRESS);
        flood(new AddressKey(false, 0x0a000001));
        flood(new AddressKey(false, 0x0a000002));
        assertThat(answer.isComplete()).isFalse();
    }

    @Test
    void aWrongPasswordIsCounted() {
        assertThat(codeOf(passwords.require("a", Optional.empty(), ADDRESS))).isEqualTo(Problem.Code.WRONG_PASSWORD);
        assertThat(limits.blocked(LimitedAction.FAILED_PASSWORD, ADDRESS)).isPresent();
        assertThat(passwords.isLowPriority(ADDRESS)).isTrue();
        assertThat(passwords.isLowPriority(new AddressKey(false, 0x0a000001))).isFalse();
    }

    /** A hasher whose threads have ended takes nothing out. */
    private void flood(AddressKey from) {
        for (int i = 0; i < PasswordHasher.WAITING; i++) {
            assertThat(hasher.verify("b", Optional.empty(), from, false)).isNotNull();
        }
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
