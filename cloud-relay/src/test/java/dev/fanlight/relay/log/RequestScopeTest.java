package dev.fanlight.relay.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestScopeTest {

    private static final RequestId ID = new RequestId("k7m2x9qd");

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal loop = ((VertxInternal) vertx).getOrCreateContext();
    private final ContextInternal request = loop.duplicate();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void workersAndFuturesOfARequestAreInItsScopeAndItsLoopIsNot() throws Exception {
        on(request, () -> {
            RequestScope.begin(ID);
            return Optional.empty();
        });
        CompletableFuture<Optional<RequestId>> worker = new CompletableFuture<>();
        CompletableFuture<Optional<RequestId>> after = new CompletableFuture<>();
        request.runOnContext(start -> vertx.executeBlocking(() -> worker.complete(RequestScope.id()))
                .onComplete(done -> after.complete(RequestScope.id())));
        assertThat(worker.get(10, TimeUnit.SECONDS)).contains(ID);
        assertThat(after.get(10, TimeUnit.SECONDS)).contains(ID);
        assertThat(on(loop, RequestScope::id)).isEmpty();
        assertThat(on(loop.duplicate(), RequestScope::id)).isEmpty();
    }

    @Test
    void aLoopItselfGetsNoId() throws Exception {
        on(loop, () -> {
            RequestScope.begin(ID);
            return Optional.empty();
        });
        assertThat(on(loop, RequestScope::id)).isEmpty();
    }

    @Test
    void whatGoesOnLaterIsInTheScopeOfTheRequestThatOpenedIt() throws Exception {
        CompletableFuture<RequestScope> scope = new CompletableFuture<>();
        request.runOnContext(start -> {
            RequestScope.begin(ID);
            scope.complete(RequestScope.current());
        });
        RequestScope opened = scope.get(10, TimeUnit.SECONDS);
        CompletableFuture<Optional<RequestId>> inside = new CompletableFuture<>();
        CompletableFuture<Optional<RequestId>> outside = new CompletableFuture<>();
        loop.nettyEventLoop().execute(() -> {
            opened.run(() -> inside.complete(RequestScope.id()));
            outside.complete(RequestScope.id());
        });
        assertThat(inside.get(10, TimeUnit.SECONDS)).contains(ID);
        assertThat(outside.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(opened.request()).contains(ID.text());
    }

    private static Optional<RequestId> on(ContextInternal context, Supplier<Optional<RequestId>> asked)
            throws Exception {
        CompletableFuture<Optional<RequestId>> answer = new CompletableFuture<>();
        context.runOnContext(start -> answer.complete(asked.get()));
        return answer.get(10, TimeUnit.SECONDS);
    }
}
