package dev.fanlight.relay.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.log.RequestId;
import dev.fanlight.relay.log.RequestScope;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorLogTest {

    private final Logger logger = Logger.getLogger(ErrorLog.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            lines.add(logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private long now;
    private final ErrorLog errors = new ErrorLog(() -> now);

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal request =
            ((VertxInternal) vertx).getOrCreateContext().duplicate();

    @BeforeEach
    void listen() {
        request.runOnContext(start -> RequestScope.begin(new RequestId("k7m2x9qd")));
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        vertx.close().await();
    }

    @Test
    void failuresOfRequestsAreNamedEachWhileTheirKindIsSilent() {
        for (int i = 0; i < 20; i++) {
            request.runOnContext(start -> errors.failure("It failed", new IllegalStateException("bad")));
        }
        CompletableFuture<Void> end = new CompletableFuture<>();
        request.runOnContext(start -> end.complete(null));
        end.join();
        errors.failure("It failed", new IllegalStateException("bad"));
        assertThat(lines).hasSize(9).startsWith("It failed (IllegalStateException)", "{0}, again");
    }

    @Test
    void sameProblemIsReportedOnceAndLaterWithACount() {
        for (int i = 0; i < 5; i++) {
            errors.warn("A thing is wrong");
        }
        errors.warn("Another thing is wrong");
        now = ErrorLog.QUIET.toNanos();
        errors.warn("A thing is wrong");
        assertThat(lines)
                .containsExactly("A thing is wrong", "Another thing is wrong", "A thing is wrong (5 times more)");
    }
}
