package dev.fanlight.relay.server;

import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.NodeReport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Adds the nodes of the cluster to what the owner sees of this one. Blocking, thread safe.
 *
 * @param cluster whose nodes
 * @param status of this relay alone
 */
record ClusterStatus(Cluster cluster, Supplier<JsonObject> status) {

    /** How long the nodes are waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    JsonObject json() {
        JsonObject json = status.get().put("node", cluster.node().id());
        try {
            List<NodeReport> nodes =
                    cluster.nodes().all().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            JsonArray array = new JsonArray();
            nodes.forEach(report -> array.add(node(report)));
            return json.put("nodes", array);
        } catch (ExecutionException | TimeoutException e) {
            return json.put("cluster_problem", "Redis cannot be reached, so the other nodes are not known now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return json;
        }
    }

    private static JsonObject node(NodeReport report) {
        return new JsonObject()
                .put("id", report.node().id())
                .put("address", report.node().address())
                .put("alive", report.isAlive())
                .put("age_ms", report.age().toMillis())
                .put("cameras", report.load().cameras())
                .put("camera_names", new JsonArray(report.load().names()))
                .put("viewers", report.load().viewers());
    }
}
