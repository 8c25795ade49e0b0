package dev.fanlight.relay.srt;

import dev.fanlight.relay.srt.wire.PipeLimits;
import dev.fanlight.relay.srt.wire.WorkerCommand;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Connections that get the same media; sent to the process once. Thread safe. */
public final class SrtGroup {

    private final int number;
    private final Consumer<WorkerCommand> commands;

    SrtGroup(int number, Consumer<WorkerCommand> commands) {
        this.number = number;
        this.commands = commands;
    }

    /**
     * Sends whole packets of MPEG-TS.
     *
     * @param begins whether a player can begin with the first one
     */
    public void send(boolean begins, ByteBuffer media) {
        ByteBuffer rest = media.duplicate();
        boolean first = begins;
        while (rest.hasRemaining()) {
            ByteBuffer piece = rest.slice(rest.position(), Math.min(rest.remaining(), PipeLimits.MAX_MEDIA_BYTES));
            commands.accept(new WorkerCommand.Send(number, first, piece));
            rest.position(rest.position() + piece.remaining());
            first = false;
        }
    }

    int number() {
        return number;
    }
}
