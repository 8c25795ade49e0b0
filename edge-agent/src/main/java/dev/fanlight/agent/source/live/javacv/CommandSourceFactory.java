package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceFactory;
import java.util.Arrays;

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

    /** Its first word alone that is no variable: the others may hold a password, and so may variables. */
    static String program(String command) {
        return Arrays.stream(command.strip().split("\\s+"))
                .filter(word -> !word.contains("="))
                .findFirst()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .orElse("sh");
    }
}
