package dev.fanlight.relay.server;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.audit.AuditWriter;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.store.RelayStore;
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
}
