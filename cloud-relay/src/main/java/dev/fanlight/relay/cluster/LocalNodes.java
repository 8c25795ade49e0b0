package dev.fanlight.relay.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reports in memory; as many as there are nodes. Thread safe. */
final class LocalNodes {

    private final NanoClock clock;

    @GuardedBy("this")
    private final Map<Node, Entry> entries = new HashMap<>();

    LocalNodes(NanoClock clock) {
        this.clock = clock;
    }

    private record Entry(NodeLoad load, long nanos) {}

    /** As one of the nodes sees them. */
    Nodes seenBy(Node node) {
        return new View(node);
    }

    private synchronized void put(Node node, NodeLoad load) {
        entries.put(node, new Entry(load, clock.nanoTime()));
    }

    private synchronized void remove(Node node) {
        entries.remove(node);
    }

    private synchronized List<NodeReport> reports() {
        long now = clock.nanoTime();
        entries.values().removeIf(entry -> now - entry.nanos() >= Nodes.MEMORY.toNanos());
        return entries.entrySet().stream()
                .map(known -> new NodeReport(
                        known.getKey(),
                        known.getValue().load(),
                        Duration.ofNanos(now - known.getValue().nanos())))
                .sorted(Comparator.comparing(report -> report.node().address()))
                .toList();
    }

    private final class View implements Nodes {

        private final Node node;

        View(Node node) {
            this.node = node;
        }

        @Override
        public CompletionStage<Void> report(NodeLoad load) {
            put(node, load);
            return CompletableFuture.allOf();
        }

        @Override
        public CompletionStage<Void> leave() {
            remove(node);
            return CompletableFuture.allOf();
        }

        @Override
        public CompletionStage<List<NodeReport>> all() {
            return CompletableFuture.completedStage(reports());
        }
    }
}
