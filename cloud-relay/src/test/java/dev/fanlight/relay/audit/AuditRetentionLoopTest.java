package dev.fanlight.relay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.runtime.NanoClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRetentionLoopTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC);

    private final List<Long> slept = new ArrayList<>();

    @TempDir
    private Path temp;

    @Test
    void entriesAreKeptForAsLongAsTheSettingsSayAndTheNewestStay() throws InterruptedException {
        try (RelayStore store = RelayStore.open(
                Dialect.sqlite(temp.resolve(RelayStore.FILE)), new Secrets(new SecureRandom()), CLOCK)) {
            store.audit()
                    .append(Stream.of(400, 366, 364, 1)
                            .map(AuditRetentionLoopTest::aged)
                            .toList());
            List<Duration> keep = new ArrayList<>(List.of(Duration.ofDays(365)));
            AuditRetentionLoop loop = loop(() -> keep.get(0), store.audit()::forget);
            loop.doWork();
            assertThat(acts(store)).containsExactly("1", "364");
            keep.set(0, Duration.ofDays(30));
            loop.doWork();
            assertThat(acts(store)).containsExactly("1");
            assertThat(slept).containsOnly(Duration.ofHours(1).toNanos());
        }
    }

    @Test
    void aStoreThatRefusesIsAskedAgainAnHourLater() throws InterruptedException {
        AuditRetentionLoop loop = loop(() -> Duration.ofDays(1), before -> {
            throw new IllegalStateException("full");
        });
        assertThat(loop.doWork()).isTrue();
        assertThat(slept).hasSize(1);
    }

    private AuditRetentionLoop loop(Supplier<Duration> keep, LongConsumer forget) {
        return new AuditRetentionLoop(keep, forget, CLOCK, slept::add, new ErrorLog(NanoClock.SYSTEM));
    }

    private static AuditLog.Dated aged(int days) {
        long time = CLOCK.instant().minus(Duration.ofDays(days)).toEpochMilli();
        return new AuditLog.Dated(
                time, AuditLog.Entry.of("owner", Integer.toString(days), Optional.empty(), Optional.empty()));
    }

    private static List<String> acts(RelayStore store) {
        return store.audit().newest(Long.MAX_VALUE, 10, false).stream()
                .map(written -> written.entry().act())
                .toList();
    }
}
