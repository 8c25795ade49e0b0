package dev.fanlight.relay.wire;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageDecoder;
import dev.fanlight.protocol.codec.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the relay reads and writes for each picture, and for each viewer every few seconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

    private static final int PICTURE_BYTES = 7_241;
    private static final long MICROS = 1_764_000_000_000_000L;

    private final MediaHeader header = new MediaHeader(MediaKind.VIDEO, MediaHeader.KEY, 0, 0, 1, MICROS, 1, 0);
    private final ByteBuffer written = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
    private final ByteBuffer picture = picture();
    private final List<ByteBuf> parts = List.of(Unpooled.wrappedBuffer(picture.array()));
    private final byte[] ack = bytes(MessageEncoder.encode(new Ack(0, 4_000_000_000L)));
    private final byte[] question = bytes(MessageEncoder.encode(new TimeRequest(MICROS)));

    /** The header of a picture, as the relay reads it once. */
    @Benchmark
    public MediaHeader readHeader() throws ProtocolException {
        return MediaCodec.read(picture);
    }

    /** The header of a picture, as the agent writes it. */
    @Benchmark
    public ByteBuffer writeHeader() {
        MediaCodec.write(header, written.clear());
        return written;
    }

    /** A picture of 7,241 bytes in the form in which all viewers get it, made once. */
    @Benchmark
    public int frameForAll() throws ProtocolException {
        WireFrame frame = WireFrame.of(parts, PooledByteBufAllocator.DEFAULT);
        int size = frame.size();
        frame.release();
        return size;
    }

    /** What a viewer says every 5 s. */
    @Benchmark
    public Optional<FromPlayer> readAcknowledgement() throws ProtocolException {
        return MessageDecoder.fromPlayer(ack);
    }

    /** What a viewer says every 10 s. */
    @Benchmark
    public Optional<FromPlayer> readQuestionOfTime() throws ProtocolException {
        return MessageDecoder.fromPlayer(question);
    }

    /** What a viewer is answered every 10 s. */
    @Benchmark
    public String writeAnswer() {
        return MessageEncoder.encode(new TimeReply(MICROS, MICROS + 1, MICROS + 2));
    }

    private ByteBuffer picture() {
        ByteBuffer message = ByteBuffer.allocate(PICTURE_BYTES);
        MediaCodec.write(header, message);
        return message.clear();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
