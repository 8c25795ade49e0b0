package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.io.InputStream;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Lets FFmpeg read a Java stream. One thread uses and closes it; the stream stays open. */
final class ByteInput implements AutoCloseable {

    private static final int BUFFER_BYTES = 32 * 1024;
    private static final OpaquePointer.Registry<Source> SOURCES = new OpaquePointer.Registry<>();
    private static final Source CLOSED = new Source(InputStream.nullInputStream(), new byte[0]);
    private static final Reading READING = new Reading();

    private final OpaquePointer<Source> opaque;
    private final AVIOContext io;

    /** What is read, through {@code chunk}. */
    private record Source(InputStream stream, byte[] chunk) {}

    private ByteInput(OpaquePointer<Source> opaque, AVIOContext io) {
        this.opaque = opaque;
        this.io = io;
    }

    /** Has {@code context} read {@code stream} instead of opening an address. */
    static ByteInput install(AVFormatContext context, InputStream stream) {
        OpaquePointer<Source> opaque = SOURCES.register(new Source(stream, new byte[BUFFER_BYTES]));
        AVIOContext io = avio_alloc_context(
                new BytePointer(av_malloc(BUFFER_BYTES)), BUFFER_BYTES, 0, opaque, READING, null, null);
        context.pb(io);
        return new ByteInput(opaque, io);
    }

    @Override
    public void close() {
        opaque.forget();
        av_free(io.buffer());
        avio_context_free(io);
    }

    private static final class Reading extends Read_packet_Pointer_BytePointer_int {

        @Override
        public int call(Pointer opaque, BytePointer target, int size) {
            Source source = SOURCES.of(opaque, CLOSED);
            byte[] chunk = source.chunk();
            try {
                int read = source.stream().read(chunk, 0, Math.min(size, chunk.length));
                if (read <= 0) {
                    return AVERROR_EOF();
                }
                target.put(chunk, 0, read);
                return read;
            } catch (IOException e) {
                return AVERROR_EOF();
            }
        }
    }
}
