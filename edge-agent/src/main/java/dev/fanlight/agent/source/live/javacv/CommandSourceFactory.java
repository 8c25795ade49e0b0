package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceFactory;
import java.nio.file.Path;

/** Runs a command of local configuration and takes its stdout: the location is the command. Thread safe. */
public final class CommandSourceFactory implements SourceFactory {

    private final LiveContext context;

    /** Opens them with this. */
    public CommandSourceFactory(LiveContext context) {
        this.context = context;
    }

    @Override
    public FrameSource open(String location, long opening) {
        String name = "The command " + program(location);
        return context.source(name, new CommandInput(location, name, context, opening));
    }

    /** Its first word alone: the others may hold a password. */
    private static String program(String command) {
        return String.valueOf(Path.of(command.strip().split("\\s+", 2)[0]).getFileName());
    }
}
