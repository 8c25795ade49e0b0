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
        description = "Show the audit log: actions of the owner, of moderators and of programs, newest first.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {

    @Option(names = "--alerts", description = "Alerts only.")
    private boolean alerts;

    @Option(names = "--limit", paramLabel = "N", description = "Number of entries, at most 200. Default: 50")
    private int limit = 50;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        options.print(
                options.api().list("/audit?limit=" + limit + "&alerts=" + alerts),
                alerts ? "There are no alerts." : "The audit log is empty.",
                AuditCommand::row,
                "TIME",
                "ACTOR",
                "ACTION",
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
