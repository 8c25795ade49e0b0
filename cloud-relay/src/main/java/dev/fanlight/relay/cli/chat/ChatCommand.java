package dev.fanlight.relay.cli.chat;

import dev.fanlight.relay.cli.camera.CameraArgument;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Table;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chat}. */
@Command(
        name = "chat",
        description = "Show the chat of a camera, and pin a note above it.",
        mixinStandardHelpOptions = true,
        subcommands = ChatNoteCommand.class)
public final class ChatCommand {

    @Command(
            name = "list",
            description =
                    "List the newest 500 messages of a chat, oldest first, removed ones included. With -o json they can be kept.",
            mixinStandardHelpOptions = true)
    void list(@Mixin CameraArgument camera, @Mixin ApiOptions options) {
        options.print(
                options.api().about(camera.name()).list("/cameras/" + camera.name() + "/chat"),
                "There are no messages.",
                ChatCommand::row,
                "SEQ",
                "TIME",
                "NAME",
                "REMOVED",
                "MESSAGE");
    }

    private static void row(Table table, JsonObject line) {
        table.row(
                JsonMembers.text(line, "seq"),
                JsonMembers.time(line, "time"),
                JsonMembers.text(line, "name"),
                line.containsKey("removed") ? "yes" : "no",
                JsonMembers.text(line, "text"));
    }
}
