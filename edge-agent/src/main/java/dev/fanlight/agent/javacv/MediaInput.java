package dev.fanlight.agent.javacv;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_play;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.jspecify.annotations.Nullable;

/**
 * A file or device, packet by packet: its best video stream, and the audio streams that are selected. One thread uses and closes
 * it; the packet is valid until the next {@link #read()}.
 */
public final class MediaInput implements AutoCloseable {

    private static final int NO_VIDEO = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;
    private static final String FINDING_VIDEO = "finding video";
    private static final String SEEKING = "seeking";
    /** FLV finds a time only where times never go back, and gives its configuration records only from its beginning on. */
    private static final String SEEKS_BYTES = "flv";

    private final InputOpening.Opened opened;
    private final AVFormatContext context;
    private final InputTrack video;
    private final AVPacket packet = av_packet_alloc();
    private final Map<Integer, InputTrack> selected = new HashMap<>();
    private InputTrack packetTrack;

    private MediaInput(InputOpening.Opened opened, InputTrack video) {
        this.opened = opened;
        this.context = opened.context();
        this.video = video;
        this.packetTrack = video;
        selected.put(video.index(), video);
    }

    /** Opens a file, or a device when {@code format} is given. */
    public static MediaInput open(String path, @Nullable AVInputFormat format, Map<String, String> options)
            throws FfmpegException {
        // An open camera has no more to report; probing would only consume its first frames.
        return open(new InputOpening(
                path, Optional.empty(), Optional.ofNullable(format), options, name -> format == null, () -> false));
    }

    /** Opens what {@code opening} says. */
    public static MediaInput open(InputOpening opening) throws FfmpegException {
        InputOpening.Opened opened = opening.open();
        try {
            InputTrack video = new InputTrack(video(opened.context()));
            if (opening.isPaused()) {
                FfmpegException.check(av_read_play(opened.context()), "playing it");
            }
            return new MediaInput(opened, video);
        } catch (FfmpegException e) {
            opened.close();
            throw e;
        }
    }

    /** The best stream of video; cover art and thumbnails are none. */
    private static AVStream video(AVFormatContext context) throws FfmpegException {
        int best = FfmpegException.check(
                av_find_best_stream(
                        context, AVMEDIA_TYPE_VIDEO, -1, -1, new PointerPointer<Pointer>((Pointer) null), 0),
                FINDING_VIDEO);
        if (isVideo(context.streams(best))) {
            return context.streams(best);
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (isVideo(context.streams(i))) {
                return context.streams(i);
            }
        }
        throw new FfmpegException(AVERROR_STREAM_NOT_FOUND(), FINDING_VIDEO);
    }

    private static boolean isVideo(AVStream stream) {
        return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && (stream.disposition() & NO_VIDEO) == 0;
    }

    /** The video stream, which is always read. */
    public InputTrack video() {
        return video;
    }

    /** All audio streams, in the order of the container. */
    public List<InputTrack> audio() {
        List<InputTrack> audio = new ArrayList<>();
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
                audio.add(new InputTrack(stream));
            }
        }
        return audio;
    }

    /** Reads this stream too from now on. */
    public void select(InputTrack track) {
        selected.put(track.index(), track);
    }

    /**
     * Reads the next packet of the selected streams, in the order of the container. Those without data, of empty samples and damaged frames
     * of a camera, are skipped: decoders refuse them.
     *
     * @return false at the end
     */
    public boolean read() throws FfmpegException {
        int result;
        do {
            av_packet_unref(packet);
            result = av_read_frame(context, packet);
        } while (result >= 0 && (packet.size() == 0 || !selected.containsKey(packet.stream_index())));
        if (result == AVERROR_EOF()) {
            return false;
        }
        FfmpegException.check(result, "reading");
        packetTrack = selected.getOrDefault(packet.stream_index(), video);
        return true;
    }

    /** The packet that was read last. */
    public AVPacket packet() {
        return packet;
    }

    /** Its bytes, valid as long as it. */
    public ByteBuffer packetBytes() {
        return packet.data().capacity(packet.size()).asByteBuffer();
    }

    /** The configuration record that is valid from that packet on, empty when it is the one before. */
    public Optional<byte[]> newRecord() {
        if (packet.side_data_elems() == 0) {
            return Optional.empty();
        }
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, size);
            if (data == null) {
                return Optional.empty();
            }
            byte[] record = new byte[Math.toIntExact(size.get())];
            data.get(record);
            return Optional.of(record);
        }
    }

    /** The stream of that packet. */
    public InputTrack packetTrack() {
        return packetTrack;
    }

    /** Presentation time of that packet on the clock of the stream, µs; empty when the stream has not said it. */
    public OptionalLong streamMicros() {
        long ticks = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        return ticks == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(packetTrack.micros(ticks));
    }

    /** Name of the container or protocol, as FFmpeg calls it. */
    public String formatName() {
        return context.iformat().name().getString();
    }

    /** Whether it can be read from any place, so that it is not live. */
    public boolean isSeekable() {
        return context.pb() != null && context.pb().seekable() != 0;
    }

    /** Decoding time of that packet on the clock of the file, µs. */
    public long decodingMicros() {
        return packetTrack.micros(packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts());
    }

    /** Presentation time of that packet on the clock of the file, µs. */
    public long presentationMicros() {
        return packetTrack.micros(packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts());
    }

    /** Seeks to the beginning. */
    public void rewind() throws FfmpegException {
        if (SEEKS_BYTES.equals(formatName())) {
            FfmpegException.check(av_seek_frame(context, -1, 0, AVSEEK_FLAG_BYTE), SEEKING);
        } else {
            seek(video.firstTicks());
        }
    }

    /** Seeks to the key frame at or before this time on the clock of the file, µs. */
    public void seekToKeyFrame(long micros) throws FfmpegException {
        seek(video.ticks(micros));
    }

    @Override
    public void close() {
        av_packet_free(packet);
        opened.close();
    }

    private void seek(long ticks) throws FfmpegException {
        FfmpegException.check(av_seek_frame(context, video.index(), ticks, AVSEEK_FLAG_BACKWARD), SEEKING);
    }
}
