package dev.fanlight.relay.cluster.redis;

import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.cluster.NodeLoad;
import dev.fanlight.relay.cluster.NodeReport;
import dev.fanlight.relay.cluster.Nodes;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * Reports of nodes in one hash of Redis, each with the time of the server. Thread safe.
 *
 * @param commands runs the scripts
 * @param keys names the hash
 * @param node this one
 */
record RedisNodes(RedisCommands commands, RedisKeys keys, Node node) implements Nodes {

    private static final String MEMORY_MILLIS = String.valueOf(MEMORY.toMillis());

    @Override
    public CompletionStage<Void> report(NodeLoad load) {
        return commands.run(
                        RedisScript.REPORT_NODE, List.of(keys.nodes()), List.of(node.id(), text(load), MEMORY_MILLIS))
                .thenAccept(RedisNodes::done);
    }

    @Override
    public CompletionStage<Void> leave() {
        return commands.run(RedisScript.FORGET_NODE, List.of(keys.nodes()), List.of(node.id()))
                .thenAccept(RedisNodes::done);
    }

    @Override
    public CompletionStage<List<NodeReport>> all() {
        return commands.run(RedisScript.LIST_NODES, List.of(keys.nodes()), List.of(MEMORY_MILLIS))
                .thenApply(RedisNodes::reports);
    }

    /** One after the other: id, age in ms, text. */
    private static List<NodeReport> reports(Response answer) {
        List<NodeReport> reports = new ArrayList<>();
        for (int i = 0; i + 2 < answer.size(); i += 3) {
            report(
                            answer.get(i).toString(),
                            answer.get(i + 1).toLong(),
                            answer.get(i + 2).toString())
                    .ifPresent(reports::add);
        }
        reports.sort(Comparator.comparing(report -> report.node().address()));
        return List.copyOf(reports);
    }

    /** Nothing for what another version has written so that it cannot be read here. */
    private static Optional<NodeReport> report(String id, long ageMillis, String text) {
        try {
            JsonObject json = new JsonObject(text);
            JsonArray names = json.getJsonArray("names", new JsonArray());
            NodeLoad load = new NodeLoad(
                    json.getInteger("cameras", 0),
                    IntStream.range(0, names.size()).mapToObj(names::getString).toList(),
                    json.getInteger("viewers", 0));
            Node node = new Node(id, json.getString("address", ""));
            return Optional.of(new NodeReport(node, load, Duration.ofMillis(Math.max(0, ageMillis))));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private String text(NodeLoad load) {
        return new JsonObject()
                .put("address", node.address())
                .put("cameras", load.cameras())
                .put("names", new JsonArray(load.names()))
                .put("viewers", load.viewers())
                .encode();
    }

    private static void done(Response answer) {
        // There is nothing to say.
    }
}
