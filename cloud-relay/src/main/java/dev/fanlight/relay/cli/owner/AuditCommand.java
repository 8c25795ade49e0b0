package dev.fanlight.relay.cli.owner;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}. */
@Command(
        name = "audit",
        description = "Show what the owner, moderators and programs did, the newest first.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {

    @Option(names = "--alerts", description = "Only what needs attention.")
    private boolean alerts;

    @Option(names = "--limit", paramLabel = "N", description = "How many, at most 200. Default: 50")
    private int limit = 50;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/audit?limit=" + limit + "&alerts=" + alerts),
                alerts ? "There was no alert." : "Nothing has happened yet.",
                AuditCommand::row,
                "TIME",
                "WHO",
                "WHAT",
                "CAMERA",
                "TARGET",
                "ALERT");
    }

    private static void row(Table table, JsonObject entry) {
        table.row(
                JsonMembers.time(entry, "time"),
                JsonMembers.text(entry, "actor"),
                JsonMembers.text(entry, "act"),
                JsonMembers.text(entry, "camera"),
                JsonMembers.text(entry, "target"),
                entry.getBoolean("alert", false) ? "!" : "");
    }
}
