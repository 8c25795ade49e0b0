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
    private static final OpaquePointer.Registry<InputStream> STREAMS = new OpaquePointer.Registry<>();
    private static final Reading READING = new Reading();

    private final OpaquePointer<InputStream> opaque;
    private final AVIOContext io;

    private ByteInput(OpaquePointer<InputStream> opaque, AVIOContext io) {
        this.opaque = opaque;
        this.io = io;
    }

    /** Has {@code context} read {@code stream} instead of opening an address. */
    static ByteInput install(AVFormatContext context, InputStream stream) {
        OpaquePointer<InputStream> opaque = STREAMS.register(stream);
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
            byte[] bytes = new byte[Math.min(size, BUFFER_BYTES)];
            try {
                int read = STREAMS.of(opaque, InputStream.nullInputStream()).read(bytes);
                if (read <= 0) {
                    return AVERROR_EOF();
                }
                target.put(bytes, 0, read);
                return read;
            } catch (IOException e) {
                return AVERROR_EOF();
            }
        }
    }
}
