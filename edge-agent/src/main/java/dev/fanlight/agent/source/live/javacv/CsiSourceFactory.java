package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.live.CsiCommand;

/** Opens CSI cameras of a Raspberry Pi: the location is the number of the camera. Thread safe. */
public final class CsiSourceFactory implements SourceFactory {

    private final LiveContext context;
    private final CsiCommand command;

    /** Opens them with the program that {@code command} finds. */
    public CsiSourceFactory(LiveContext context, CsiCommand command) {
        this.context = context;
        this.command = command;
    }

    @Override
    public FrameSource open(String location, long opening) throws SourceException {
        String name = "CSI camera " + location;
        String line = command.of(location, context.settings());
        return context.source(name, new CommandInput(line, name, context, opening));
    }
}
