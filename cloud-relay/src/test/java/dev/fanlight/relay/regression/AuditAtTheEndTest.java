package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.audit.AuditLog.Dated;
import dev.fanlight.relay.audit.AuditLog.Entry;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.log.Reported;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of 362 links that were made while a relay was stopped, 359 were in its audit log. */
class AuditAtTheEndTest {

    private static final int CALLERS = 8;

    @TempDir
    private Path temp;

    private final List<Dated> stored = new CopyOnWriteArrayList<>();
    private final ErrorLog errors = new ErrorLog(NanoClock.SYSTEM);

    @Test
    void everyLinkThatWasMadeWhileTheRelayStoppedIsInTheAuditLog() throws InterruptedException {
        Path state = temp.resolve("state");
        TestRelay relay = TestRelay.start(state);
        relay.invite("front");
        Set<String> answered = ConcurrentHashMap.newKeySet();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(number -> new Thread(() -> makeLinks(relay.host(), answered)))
                .toList();
        callers.forEach(Thread::start);
        Await.until("some links", () -> answered.size() > CALLERS * 3);
        relay.close();
        for (Thread caller : callers) {
            caller.join();
        }
        try (RelayStore store = RelayStore.open(
                Dialect.sqlite(state.resolve(RelayStore.FILE)), new Secrets(new SecureRandom()), Clock.systemUTC())) {
            Set<String> audited = store.audit().newest(Long.MAX_VALUE, 10_000, false).stream()
                    .filter(written -> written.entry().act().equals("link.create"))
                    .flatMap(written -> written.entry().target().stream())
                    .collect(Collectors.toSet());
            Stream<String> made = store.links().list(Optional.empty()).stream()
                    .filter(link -> link.label().equals("made"))
                    .map(link -> link.id());
            assertThat(made).isNotEmpty().allMatch(audited::contains);
        }
    }

    private static void makeLinks(TestApi host, Set<String> answered) {
        JsonObject wanted = new JsonObject().put("can", "watch").put("label", "made");
        try {
            while (true) {
                answered.add(host.post("/cameras/front/links", wanted)
                        .expect(201)
                        .json()
                        .getString("id"));
            }
        } catch (AssertionError stopped) {
            // The relay has stopped.
        }
    }

    @Test
    void whatIsBeingWrittenWhenTheLogIsClosedIsNotInterrupted() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AuditWriter writer = new AuditWriter(
                entries -> {
                    writing.countDown();
                    await(closing);
                    stored.addAll(entries);
                },
                () -> true,
                Clock.systemUTC(),
                errors);
        writer.record(entry("first"));
        writing.await();
        writer.record(entry("second"));
        Thread closer = new Thread(writer::close);
        closer.start();
        Await.until("the closer waits", () -> closer.getState() == Thread.State.TIMED_WAITING);
        closing.countDown();
        closer.join();
        assertThat(stored).extracting(dated -> dated.entry().act()).containsExactly("first", "second");
    }

    @Test
    void whatTheStoreRefusesIsWrittenWhenItTakesItAgain() {
        CountDownLatch full = new CountDownLatch(2);
        AuditWriter writer = new AuditWriter(
                entries -> {
                    if (full.getCount() > 0) {
                        full.countDown();
                        throw new RefusedException();
                    }
                    stored.addAll(entries);
                },
                () -> true,
                Clock.systemUTC(),
                errors);
        writer.record(entry("first"));
        writer.record(entry("second"));
        Await.until("both are written", () -> stored.size() == 2);
        writer.close();
        assertThat(stored).extracting(dated -> dated.entry().act()).containsExactly("first", "second");
    }

    @Test
    void entriesAreWrittenWhileOtherChangesStillWaitForTheStore() {
        CountDownLatch refused = new CountDownLatch(3);
        AuditWriter writer = new AuditWriter(
                stored::addAll,
                () -> {
                    boolean taken = refused.getCount() == 0;
                    refused.countDown();
                    return taken;
                },
                Clock.systemUTC(),
                errors);
        writer.record(entry("first"));
        Await.until("the entry is written", () -> stored.size() == 1);
        Await.until("the rest is tried again without another entry", () -> refused.getCount() == 0);
        writer.close();
        assertThat(stored).extracting(dated -> dated.entry().act()).containsExactly("first");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(String act) {
        return Entry.of("owner", act, Optional.empty(), Optional.empty());
    }

    private static final class RefusedException extends RuntimeException implements Reported {
        private static final long serialVersionUID = 1L;
    }
}
