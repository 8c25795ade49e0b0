package dev.fanlight.relay.server;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.audit.AuditRetentionLoop;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.component.Resource;
import dev.fanlight.relay.config.LiveConfig;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.Sleeper;
import java.time.Clock;
import java.util.Optional;

/** Puts the audit log together. */
final class RelayAudit {

    private RelayAudit() {}

    /** A writer into {@code store}, which also records the store’s outages; what the store refused before is stored first. */
    static AuditWriter of(RelayStore store, ErrorLog errors) {
        AuditWriter audit = new AuditWriter(store.audit()::append, store::storeRest, Clock.systemUTC(), errors);
        store.health()
                .onOutage(outage -> audit.record(new AuditLog.Entry(
                        "relay", "store.failed", Optional.empty(), Optional.of(outage.reason()), outage.isNew())));
        return audit;
    }

    /** What deletes old entries, for as long as it is open. */
    static Resource retention(RelayStore store, LiveConfig live, ErrorLog errors) {
        AuditRetentionLoop loop = new AuditRetentionLoop(
                () -> live.get().store().auditKeep(), store.audit()::forget, Clock.systemUTC(), Sleeper.SYSTEM, errors);
        return new Resource(
                "audit retention",
                LoopRunner.start(loop, e -> errors.fatal("Old entries of the audit log are no longer deleted", e)));
    }
}
