package dev.fanlight.relay.rewind;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.admin.service.Actor;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notes in the audit log who looks at what was recorded, once a while for each. Thread safe. */
public final class AccessNotes {

    /** A principal that goes on looking at the same camera is noted again after this. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** Most principals that are remembered for that, the newest. */
    static final int MAX_REMEMBERED = 1_000;

    private static final long MICROS = 1_000_000;

    private final AuditLog audit;
    private final NanoClock clock;

    @GuardedBy("this")
    private final Map<String, Long> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** Notes into {@code audit}. */
    public AccessNotes(AuditLog audit, NanoClock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody looks at what was recorded then, as a page or a player does: again and again. */
    void look(Principal principal, CameraName camera, long micros) {
        if (isNew(Actor.of(principal).text() + " " + camera)) {
            note(principal, "recording.watch", camera, micros);
        }
    }

    /** Somebody downloads what was recorded from then on. */
    void download(Principal principal, CameraName camera, long micros) {
        note(principal, "recording.download", camera, micros);
    }

    private void note(Principal principal, String act, CameraName camera, long micros) {
        Instant time = Instant.ofEpochSecond(micros / MICROS).truncatedTo(ChronoUnit.SECONDS);
        audit.record(AuditLog.Entry.of(
                Actor.of(principal).text(), act, Optional.of(camera.text()), Optional.of("from " + time)));
    }

    private synchronized boolean isNew(String key) {
        long now = clock.nanoTime();
        Long last = noted.get(key);
        if (last != null && now - last < PAUSE.toNanos()) {
            return false;
        }
        noted.remove(key);
        noted.put(key, now);
        return true;
    }
}
