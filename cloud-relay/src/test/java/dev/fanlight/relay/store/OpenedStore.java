package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the store share: a fresh store of one kind, and a clock that they move. */
abstract class OpenedStore {

    static final CameraName FRONT = new CameraName("front");
    static final CameraName BACK = new CameraName("back");

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000_000));
    final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @TempDir
    Path temp;

    Dialect dialect;
    RelayStore store;
    private final StoreKind kind;

    OpenedStore(StoreKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void openStore() {
        dialect = kind.fresh(temp);
        store = StoreKind.open(dialect, clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** The store as another relay, or another process on the same machine, has it open. */
    RelayStore another() {
        return StoreKind.open(dialect, clock);
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
