package dev.fanlight.relay.gateway.publication;

import dev.fanlight.relay.child.PipedInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The containers that are taken. Which one it is has to be said: it is never guessed. */
public enum ContainerFormat {
    /** MPEG transport stream, by FFmpeg. */
    MPEGTS("MPEG-TS", "mpegts", "video/mp2t"),
    /** Fragmented MP4, by FFmpeg. */
    MP4("MP4", "mp4", "video/mp4"),
    /** Matroska, by FFmpeg, so that reordered frames get their decoding times. */
    MATROSKA("Matroska", "matroska", "video/x-matroska"),
    /** FLV, which the relay reads itself. */
    FLV("FLV", "flv", "video/x-flv"),
    /** WebM, which the relay reads itself. */
    WEBM("WebM", "webm", "video/webm");

    private final String title;
    private final String ffmpegName;
    private final String mediaType;

    ContainerFormat(String title, String ffmpegName, String mediaType) {
        this.title = title;
        this.ffmpegName = ffmpegName;
        this.mediaType = mediaType;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The name of FFmpeg’s demuxer, and in the settings. */
    public String ffmpegName() {
        return ffmpegName;
    }

    /** Whether a child has to turn it into FLV. */
    public boolean needsChild() {
        return this != FLV && this != WEBM;
    }

    /** The format that a {@code Content-Type} names, with any parameters. */
    public static Optional<ContainerFormat> ofMediaType(String text) {
        String bare = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(bare))
                .findFirst();
    }

    /** The format that is called so in the settings. */
    public static ContainerFormat ofName(String text) {
        return Arrays.stream(values())
                .filter(format -> format.ffmpegName.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + names()));
    }

    /** All names in the settings. */
    public static String names() {
        return Arrays.stream(values()).map(ContainerFormat::ffmpegName).collect(Collectors.joining(", "));
    }

    /** All media types. */
    public static String mediaTypes() {
        return Arrays.stream(values()).map(format -> format.mediaType).collect(Collectors.joining(", "));
    }

    /**
     * What FFmpeg is to do with it.
     *
     * @param encodesSound whether sound becomes Opus, for codecs that FLV cannot carry
     */
    List<String> arguments(boolean encodesSound) {
        return PipedInput.of(
                ffmpegName,
                List.of(
                        "-map",
                        "0:v:0",
                        "-map",
                        "0:a:0?",
                        "-c:v",
                        "copy",
                        "-c:a",
                        encodesSound ? "libopus" : "copy",
                        "-f",
                        "flv",
                        "-flvflags",
                        "no_sequence_end+no_metadata",
                        "-flush_packets",
                        "1",
                        "pipe:1"));
    }
}
