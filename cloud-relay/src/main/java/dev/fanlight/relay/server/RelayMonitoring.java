package dev.fanlight.relay.server;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.component.Lifecycle;
import dev.fanlight.relay.component.Resource;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.relay.config.RelayVersion;
import dev.fanlight.relay.gateway.GatewayReports;
import dev.fanlight.relay.http.route.HealthReport;
import dev.fanlight.relay.monitoring.HealthMetrics;
import dev.fanlight.relay.monitoring.MonitoringPages;
import dev.fanlight.relay.monitoring.RelayMetrics;
import dev.fanlight.relay.store.CameraRecord;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.store.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes what monitoring systems ask. Used on the starting thread.
 *
 * @param lifecycle starts it, and is described to them
 * @param folder whose disk must not become full
 */
record RelayMonitoring(Lifecycle lifecycle, RelayStateFolder folder) {

    private static final Logger LOG = Logger.getLogger(RelayMonitoring.class.getName());

    /** Opens the port for them, if one is configured. */
    void start(RelayPorts ports, RelayStore store, RelayContext context, GatewayReports gateways) {
        if (!ports.areMonitored()) {
            return;
        }
        HealthMetrics health = new HealthMetrics(
                RelayVersion.text(),
                store.health()::problem,
                () -> context.certificate().map(served -> served.state().notAfter()),
                () -> gateways.problems().size(),
                folder.subfolder(""));
        RelayMetrics metrics = new RelayMetrics(context.streams(), () -> cameras(store), context.counters(), health);
        lifecycle.start(new Resource("metrics", metrics));
        HealthReport report = new HealthReport(context.streams(), context.counters(), RelayVersion.text());
        ports.monitoring(new MonitoringPages(
                        metrics,
                        report::json,
                        store.health()::problem,
                        lifecycle::describe,
                        context.worker(),
                        context.errors()))
                .ifPresent(lifecycle::start);
    }

    /** While the store fails, those whose streams are known are reported all the same. */
    private static Collection<CameraName> cameras(RelayStore store) {
        try {
            return store.cameras().list().stream().map(CameraRecord::name).toList();
        } catch (StoreException e) {
            LOG.log(Level.FINE, "The cameras could not be read for the metrics", e);
            return List.of();
        }
    }
}
