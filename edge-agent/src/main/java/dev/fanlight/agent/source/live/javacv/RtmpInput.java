package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.config.RtmpAddress;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.live.LiveActivity;
import dev.fanlight.agent.source.live.LiveInput;
import dev.fanlight.agent.source.live.rtmp.RtmpPort;
import dev.fanlight.agent.source.live.rtmp.RtmpStream;
import java.io.IOException;
import java.util.Optional;

/** A camera that pushes RTMP to this computer. Reader’s thread only, except {@link #describe} and {@link #cancel}. */
final class RtmpInput implements LiveInput {

    private static final String FORMAT = "flv";

    /** Opens the port, or gives the one that is open. */
    @FunctionalInterface
    interface PortOpener {
        RtmpPort open() throws IOException;
    }

    private final RtmpAddress address;
    private final PortOpener port;
    private final LiveContext context;
    private final long opening;
    private volatile boolean cancelled;
    private volatile Optional<LiveInput> packets = Optional.empty();
    private Optional<RtmpStream> stream = Optional.empty();

    RtmpInput(RtmpAddress address, PortOpener port, LiveContext context, long opening) {
        this.address = address;
        this.port = port;
        this.context = context;
        this.opening = opening;
    }

    @Override
    public void open() throws SourceException, InterruptedException {
        stream = accept();
        if (stream.isEmpty()) {
            throw new SourceException(SourceProblem.GONE, address.shown() + " is closed.");
        }
        CommandStream flv = new CommandStream(FORMAT, stream.get(), context, address.shown(), this::ended);
        LiveInput chosen = new PacketInput(flv, context, opening, address.shown());
        packets = Optional.of(chosen);
        chosen.open();
    }

    @Override
    public void read(SourceOutput output, LiveActivity activity) throws SourceException, InterruptedException {
        packets.orElseThrow().read(output, activity);
    }

    @Override
    public String describe() {
        return packets.map(LiveInput::describe).orElse(address.shown());
    }

    @Override
    public void cancel() {
        cancelled = true;
        packets.ifPresent(LiveInput::cancel);
    }

    @Override
    public void close() {
        packets.ifPresent(LiveInput::close);
        packets = Optional.empty();
        stream.ifPresent(RtmpInput::close);
        stream = Optional.empty();
    }

    private Optional<RtmpStream> accept() throws SourceException {
        try {
            return port.open().accept(() -> cancelled);
        } catch (IOException e) {
            throw new SourceException(
                    SourceProblem.BUSY,
                    address.shown()
                            + " cannot be listened at: the port is taken or not allowed, or the address is none of this"
                            + " computer. For another: camera.source=rtmp://0.0.0.0:PORT/live/KEY");
        }
    }

    private SourceException ended() {
        String why = stream.map(RtmpStream::ending).orElse("has ended the connection");
        return new SourceException(SourceProblem.GONE, "The camera at " + address.shown() + " " + why + ".");
    }

    private static void close(RtmpStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
