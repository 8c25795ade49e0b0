package dev.fanlight.relay.node;

import dev.fanlight.relay.cluster.NodeLoad;
import dev.fanlight.relay.cluster.Nodes;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Tells the other nodes every two seconds what this one has to do, and at its end that it is gone. Runs on one loop. */
public final class NodeReporter implements Component {

    private final Vertx vertx;
    private final Context loop;
    private final Nodes nodes;
    private final StreamRegistry streams;
    private boolean closed;

    /** Reports nothing yet. */
    public NodeReporter(Vertx vertx, Nodes nodes, StreamRegistry streams) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.nodes = nodes;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "node-reporter";
    }

    @Override
    public void start() {
        loop.runOnContext(ignored -> tick());
    }

    @Override
    public void stop(Duration limit) {
        loop.runOnContext(ignored -> {
            closed = true;
            var unused = nodes.leave();
        });
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("interval_ms", Nodes.INTERVAL.toMillis());
    }

    /** A report that does not arrive is made up for by the next. */
    private void tick() {
        if (closed) {
            return;
        }
        var unused = nodes.report(load());
        vertx.setTimer(Nodes.INTERVAL.toMillis(), ignored -> loop.runOnContext(next -> tick()));
    }

    private NodeLoad load() {
        List<String> here = new ArrayList<>();
        streams.each((camera, stream) -> {
            if (stream.isPublishedHere()) {
                here.add(camera.text());
            }
        });
        Collections.sort(here);
        int viewers = streams.all().stream().mapToInt(NodeReporter::viewers).sum();
        return new NodeLoad(here.size(), here.subList(0, Math.min(here.size(), NodeLoad.MAX_NAMES)), viewers);
    }

    /** Without those whom other nodes count. */
    private static int viewers(LiveStream stream) {
        return stream.consumers().entrySet().stream()
                .filter(kind -> kind.getKey().isOfViewers())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
