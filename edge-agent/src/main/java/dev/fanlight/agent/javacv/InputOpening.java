package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * How a {@link MediaInput} is opened. Immutable.
 *
 * @param url path or address; it may hold a password, so no message names it
 * @param stream read instead of opening {@code url}, which is empty then
 * @param format what it is; FFmpeg finds out where empty
 * @param options of FFmpeg, by name
 * @param probed whether packets are read before it is open, to know its streams better; asked for the name of its format
 * @param cancelled whether opening or reading is to end; called often, on the thread that reads
 */
public record InputOpening(
        String url,
        Optional<InputStream> stream,
        Optional<AVInputFormat> format,
        Map<String, String> options,
        Predicate<String> probed,
        BooleanSupplier cancelled) {

    /** Option of FFmpeg for RTSP: nothing is sent before {@link MediaInput} has found video. */
    public static final String PAUSED = "initial_pause";

    /** Whether it is paused when it is open. */
    boolean isPaused() {
        return options.containsKey(PAUSED);
    }

    /** Frees the context itself when it fails. */
    Opened open() throws FfmpegException {
        AVFormatContext context = avformat_alloc_context();
        List<Runnable> releases = new ArrayList<>();
        releases.add(InterruptCallback.install(context, cancelled)::forget);
        stream.map(bytes -> ByteInput.install(context, bytes)).ifPresent(bytes -> releases.add(bytes::close));
        Opened opened = new Opened(context, releases);
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        try {
            FfmpegException.check(avformat_open_input(context, url, format.orElse(null), dictionary), "opening it");
        } catch (FfmpegException e) {
            opened.release();
            throw e;
        } finally {
            av_dict_free(dictionary);
        }
        try {
            if (probed.test(context.iformat().name().getString())) {
                FfmpegException.check(
                        avformat_find_stream_info(context, new PointerPointer<Pointer>((Pointer) null)), "probing it");
            }
            return opened;
        } catch (FfmpegException e) {
            opened.close();
            throw e;
        }
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "InputOpening[]";
    }

    /**
     * An open context with what it refers to. One thread.
     *
     * @param context the caller’s
     * @param releases what is freed after it
     */
    record Opened(AVFormatContext context, List<Runnable> releases) implements AutoCloseable {

        Opened {
            Collections.reverse(releases);
        }

        @Override
        public void close() {
            avformat_close_input(context);
            release();
        }

        private void release() {
            releases.forEach(Runnable::run);
        }
    }
}
