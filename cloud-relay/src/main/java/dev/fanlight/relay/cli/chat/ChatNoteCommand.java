package dev.fanlight.relay.cli.chat;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.camera.CameraArgument;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.terminal.Printable;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chat note}. */
@Command(
        name = "note",
        description = "Pin a note above the chat of a camera, in place of the one before. Without TEXT: show it.",
        mixinStandardHelpOptions = true)
final class ChatNoteCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "The note, at most 500 characters.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--clear", description = "Take the note down.")
    private boolean clear;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        if (clear && text.isPresent()) {
            throw new UserException(
                    ExitCode.USAGE, "A note is either pinned or taken down: leave out TEXT or --clear.");
        }
        String path = "/cameras/" + camera.name() + "/chat-mode";
        JsonObject mode = options.api().about(camera.name()).get(path);
        if (!clear && text.isEmpty()) {
            options.print(mode, ChatNoteCommand::print);
            return;
        }
        options.api().about(camera.name()).put(path, mode.put("note", text.orElse("")));
        options.done(clear ? "The note was taken down." : "The note is pinned above the chat.");
    }

    private static void print(Terminal terminal, JsonObject mode) {
        String note = mode.getString("note", "");
        terminal.line(note.isEmpty() ? "There is no note." : Printable.text(note));
    }
}
