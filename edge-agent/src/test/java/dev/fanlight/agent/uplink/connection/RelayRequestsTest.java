package dev.fanlight.agent.uplink.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.agent.testing.TestTimeouts;
import dev.fanlight.agent.uplink.socket.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests to a relay that does not answer. */
class RelayRequestsTest {

    private final EventLoop loop = new EventLoop(TestTimeouts.SHORT.stop());

    @AfterEach
    void stop() {
        loop.close();
    }

    private RelayRequests requests(Duration limit) {
        return new RelayRequests(loop.vertx().getOrCreateContext(), new SplittableRandom(1), message -> true, limit);
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAtOnce() {
        RelayRequests requests = requests(RelayRequests.LIMIT);
        List<CompletableFuture<WatchLink>> waiting = new ArrayList<>();
        for (int i = 0; i < RelayRequests.MAX_PENDING; i++) {
            waiting.add(requests.share().toCompletableFuture());
        }
        CompletableFuture<WatchLink> tooMany = requests.share().toCompletableFuture();
        assertThatThrownBy(() -> tooMany.get(10, TimeUnit.SECONDS))
                .hasRootCauseMessage("Too many requests wait for the relay already. Try again in a minute.");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aRelayThatDoesNotAnswerInTimeIsAReason() {
        CompletableFuture<Void> said =
                requests(Duration.ofMillis(20)).say("hello").toCompletableFuture();
        assertThatThrownBy(() -> said.get(10, TimeUnit.SECONDS))
                .rootCause()
                .hasMessageStartingWith("The relay has not answered within");
    }
}
