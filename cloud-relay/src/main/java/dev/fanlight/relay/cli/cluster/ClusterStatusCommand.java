package dev.fanlight.relay.cli.cluster;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cluster status}. */
@Command(
        name = "status",
        description = "List the relays of the cluster: the cameras that are connected to each, its viewers, and when it"
                + " was last heard of.",
        mixinStandardHelpOptions = true)
final class ClusterStatusCommand implements Runnable {

    private static final int NAMED = 5;
    private static final double MILLIS = 1_000;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(options.api().get("/status"), ClusterStatusCommand::print);
    }

    private static void print(Terminal terminal, JsonObject status) {
        if (!status.containsKey("node")) {
            terminal.line("This relay runs alone: cluster.redis is not set.");
            return;
        }
        if (status.containsKey("cluster_problem")) {
            terminal.line("! " + JsonMembers.text(status, "cluster_problem") + ".");
            return;
        }
        JsonArray nodes = status.getJsonArray("nodes", new JsonArray());
        Table table = new Table("ADDRESS", "STATE", "HEARD", "VIEWERS", "CAMERAS");
        IntStream.range(0, nodes.size())
                .mapToObj(nodes::getJsonObject)
                .forEach(node -> row(table, node, JsonMembers.text(status, "node")));
        table.print(terminal);
    }

    private static void row(Table table, JsonObject node, String asked) {
        String self = JsonMembers.text(node, "id").equals(asked) ? " (this one)" : "";
        table.row(
                JsonMembers.text(node, "address") + self,
                node.getBoolean("alive", false) ? "up" : "silent",
                String.format(Locale.ROOT, "%.1f s ago", node.getLong("age_ms", 0L) / MILLIS),
                JsonMembers.text(node, "viewers"),
                cameras(node));
    }

    private static String cameras(JsonObject node) {
        List<String> names = JsonMembers.texts(node, "camera_names");
        int count = node.getInteger("cameras", 0);
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        String more = count > NAMED ? ", …" : "";
        return count == 0 ? "0" : count + ": " + first + more;
    }
}
