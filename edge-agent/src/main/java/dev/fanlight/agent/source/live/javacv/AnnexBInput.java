package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.javacv.live.LiveCodec;
import dev.fanlight.agent.javacv.live.LivePacket;
import dev.fanlight.agent.javacv.live.LiveVideo;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.agent.source.live.AnnexBSplitter;
import dev.fanlight.agent.source.live.LiveActivity;
import dev.fanlight.agent.source.live.LiveInput;
import dev.fanlight.media.bitstream.BitstreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * H.264 or H.265 in Annex B, which says neither where a frame ends nor when it was captured: it has ended when nothing has followed for
 * 8 ms, and was captured when its first byte came. Reader’s thread only, except {@link #describe} and {@link #cancel}.
 */
final class AnnexBInput implements LiveInput {

    private static final Duration SILENCE = Duration.ofMillis(8);
    private static final int CHUNK_BYTES = 64 * 1024;

    private final InputStream bytes;
    private final LiveContext context;
    private final LiveCodec codec;
    private final long opening;
    private final String name;
    private final Supplier<SourceException> end;
    private final AnnexBSplitter splitter;
    private final byte[] chunk = new byte[CHUNK_BYTES];

    private volatile Optional<LiveVideo> video = Optional.empty();
    private long arrivedMicros;

    /** {@code end} is why nothing comes any more. */
    AnnexBInput(
            InputStream bytes,
            boolean h265,
            LiveContext context,
            long opening,
            String name,
            Supplier<SourceException> end) {
        this.bytes = bytes;
        this.context = context;
        this.codec = h265 ? LiveCodec.h265() : LiveCodec.h264();
        this.opening = opening;
        this.name = name;
        this.end = end;
        this.splitter = new AnnexBSplitter(h265);
    }

    @Override
    public void open() throws SourceException {
        video = Optional.of(LiveVideo.of(context.video(), codec, opening, name));
    }

    @Override
    public void read(SourceOutput output, LiveActivity activity) throws SourceException, InterruptedException {
        try {
            int count = bytes.read(chunk);
            if (count < 0) {
                throw end.get();
            }
            long now = context.pacer().nowMicros();
            boolean begun = splitter.hasRest();
            splitter.add(chunk, count);
            long micros = begun ? arrivedMicros : now;
            for (Optional<ByteBuffer> unit = splitter.next(); unit.isPresent(); unit = splitter.next()) {
                deliver(unit.get(), micros, output, activity);
                micros = now;
            }
            arrivedMicros = micros;
            deliverRest(output, activity);
        } catch (IOException e) {
            throw end.get();
        } catch (BitstreamException e) {
            throw new SourceException(SourceProblem.BROKEN, name + " writes " + e.getMessage() + ".");
        }
    }

    @Override
    public String describe() {
        return video.map(LiveVideo::describe).orElse(name);
    }

    @Override
    public void cancel() {
        // The stream ends with the command.
    }

    @Override
    public void close() {
        video.ifPresent(LiveVideo::close);
        video = Optional.empty();
    }

    private void deliverRest(SourceOutput output, LiveActivity activity)
            throws IOException, SourceException, InterruptedException {
        if (!splitter.hasRest() || bytes.available() > 0) {
            return;
        }
        context.sleeper().sleepNanos(SILENCE.toNanos());
        if (bytes.available() == 0) {
            Optional<ByteBuffer> rest = splitter.rest();
            if (rest.isPresent()) {
                deliver(rest.get(), arrivedMicros, output, activity);
            }
        }
    }

    private void deliver(ByteBuffer unit, long micros, SourceOutput output, LiveActivity activity)
            throws SourceException {
        activity.video();
        LiveVideo now = video.orElseThrow();
        now.accept(new LivePacket(unit, OptionalLong.empty(), micros, Optional.empty()), output);
    }
}
