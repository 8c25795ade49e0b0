package dev.fanlight.relay.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.testing.TestStreams;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitoringPagesTest {

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch store = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        store.countDown();
        vertx.close().await();
    }

    @Test
    void oneScrapeMoreThanRunAtATimeIsRefusedAndLaterOnesAreNot() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(pages()::answer)
                .listen(0, "127.0.0.1")
                .await();
        List<Future<Integer>> slow = new ArrayList<>();
        for (int i = 0; i < MonitoringPages.SCRAPES_AT_ONCE; i++) {
            slow.add(scrape(server.actualPort()));
        }
        Await.until("all of them run", () -> asked.get() == MonitoringPages.SCRAPES_AT_ONCE);
        assertThat(scrape(server.actualPort()).await()).isEqualTo(503);
        store.countDown();
        slow.forEach(answer -> assertThat(answer.await()).isEqualTo(200));
        assertThat(scrape(server.actualPort()).await()).isEqualTo(200);
    }

    private Future<Integer> scrape(int port) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(MonitoringPages.SCRAPES_AT_ONCE + 1));
        return client.request(HttpMethod.GET, port, "127.0.0.1", "/metrics")
                .compose(request -> request.send().map(HttpClientResponse::statusCode));
    }

    private MonitoringPages pages() {
        RelayCounters counters = new RelayCounters();
        HealthMetrics health = new HealthMetrics("1", Optional::empty, Optional::empty, () -> 0, Path.of("."));
        return new MonitoringPages(
                new RelayMetrics(TestStreams.registry(1, counters), this::cameras, counters, health),
                () -> "{}",
                Optional::empty,
                Map::of,
                vertx.createSharedWorkerExecutor("scrapes", MonitoringPages.SCRAPES_AT_ONCE + 1),
                new ErrorLog(NanoClock.SYSTEM));
    }

    private Collection<CameraName> cameras() {
        asked.incrementAndGet();
        try {
            store.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
