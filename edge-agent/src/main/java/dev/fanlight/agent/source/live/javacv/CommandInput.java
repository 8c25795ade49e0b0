package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.live.AnnexBSplitter;
import dev.fanlight.agent.source.live.CommandProcess;
import dev.fanlight.agent.source.live.LiveActivity;
import dev.fanlight.agent.source.live.LiveInput;
import dev.fanlight.cli.SecretMask;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The stdout of a command; its first bytes say whether it is Annex B, MJPEG or MPEG-TS. Reader’s thread only, except {@link #describe} and
 * {@link #cancel}.
 */
final class CommandInput implements LiveInput {

    private static final int BEGIN = 8;
    private static final int TS_SYNC = 0x47;
    private static final short JPEG_BEGIN = (short) 0xFFD8;

    private final String command;
    private final String name;
    private final LiveContext context;
    private final long opening;
    private volatile boolean cancelled;
    private volatile Optional<CommandProcess> process = Optional.empty();
    private volatile Optional<LiveInput> stream = Optional.empty();

    CommandInput(String command, String name, LiveContext context, long opening) {
        this.command = command;
        this.name = name;
        this.context = context;
        this.opening = opening;
    }

    @Override
    public void open() throws SourceException, InterruptedException {
        try {
            CommandProcess started =
                    CommandProcess.start(command, context.timeouts().cancel());
            process = Optional.of(started);
            if (cancelled) {
                started.close();
            }
            InputStream bytes = new BufferedInputStream(started.output());
            bytes.mark(BEGIN);
            byte[] begin = bytes.readNBytes(BEGIN);
            bytes.reset();
            LiveInput chosen = choose(begin, bytes);
            stream = Optional.of(chosen);
            chosen.open();
        } catch (IOException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " cannot be started on this system.");
        }
    }

    @Override
    public void read(SourceOutput output, LiveActivity activity) throws SourceException, InterruptedException {
        stream.orElseThrow().read(output, activity);
    }

    @Override
    public String describe() {
        return stream.map(LiveInput::describe).orElse(name);
    }

    @Override
    public void cancel() {
        cancelled = true;
        stream.ifPresent(LiveInput::cancel);
        process.ifPresent(CommandProcess::close);
    }

    @Override
    public void close() {
        stream.ifPresent(LiveInput::close);
        process.ifPresent(CommandProcess::close);
    }

    private LiveInput choose(byte[] begin, InputStream bytes) throws SourceException {
        if (begin.length < BEGIN) {
            throw ended();
        }
        if ((begin[0] & 0xFF) == TS_SYNC) {
            return packets("mpegts", bytes);
        }
        if (ByteBuffer.wrap(begin).getShort() == JPEG_BEGIN) {
            return packets("mjpeg", bytes);
        }
        boolean h265 = AnnexBSplitter.isH265(ByteBuffer.wrap(begin))
                .orElseThrow(() -> new SourceException(
                        SourceProblem.NOT_VIDEO,
                        name + " writes neither H.264 or H.265 in Annex B nor MJPEG nor MPEG-TS" + lastError() + "."));
        return new AnnexBInput(bytes, h265, context, opening, name, this::ended);
    }

    private LiveInput packets(String format, InputStream bytes) {
        return new PacketInput(new CommandStream(format, bytes, context, name, this::ended), context, opening, name);
    }

    private SourceException ended() {
        return new SourceException(SourceProblem.GONE, name + " has ended" + lastError() + ".");
    }

    private String lastError() {
        String error = process.map(CommandProcess::lastError).orElse("");
        return error.isEmpty() ? "" : " (" + SecretMask.text(error) + ")";
    }
}
