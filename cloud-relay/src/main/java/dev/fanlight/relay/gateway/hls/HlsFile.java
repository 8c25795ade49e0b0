package dev.fanlight.relay.gateway.hls;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of a session, as its address names it. Implementations are immutable. */
sealed interface HlsFile {

    /** Name of the playlist. */
    String PLAYLIST = "live.m3u8";

    /** The playlist. */
    record Playlist() implements HlsFile {}

    /** An init segment. */
    record Init(int number) implements HlsFile {}

    /** A complete segment. */
    record Whole(long number) implements HlsFile {}

    /** A part of a segment. */
    record Partial(long number, int index) implements HlsFile {}

    /** Reads a name; empty for all others. */
    static Optional<HlsFile> parse(String name) {
        if (name.equals(PLAYLIST)) {
            return Optional.of(new Playlist());
        }
        Matcher init = Names.INIT.matcher(name);
        if (init.matches()) {
            return Optional.of(new Init(Integer.parseInt(init.group(1))));
        }
        Matcher segment = Names.SEGMENT.matcher(name);
        if (!segment.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(segment.group(1));
        return Optional.of(
                segment.group(2) == null ? new Whole(number) : new Partial(number, Integer.parseInt(segment.group(2))));
    }

    /** How files are called. */
    final class Names {

        private static final Pattern INIT = Pattern.compile("init-(\\d{1,9})\\.mp4");
        private static final Pattern SEGMENT = Pattern.compile("(\\d{1,15})(?:\\.(\\d{1,9}))?\\.m4s");

        private Names() {}
    }
}
