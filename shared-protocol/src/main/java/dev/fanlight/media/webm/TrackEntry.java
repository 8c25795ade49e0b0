package dev.fanlight.media.webm;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.bitstream.BitstreamException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the stream says of a track.
 *
 * @param number by which blocks name it
 * @param kind video or sound; other tracks are not looked at
 * @param codecId its codec’s name in Matroska
 * @param codecPrivate the configuration record; empty where there is none
 */
record TrackEntry(long number, Optional<MediaKind> kind, String codecId, ByteBuffer codecPrivate) {

    private static final int VIDEO = 1;
    private static final int AUDIO = 2;
    private static final int MAX_NAME_BYTES = 32;

    static TrackEntry read(Element entry) throws BitstreamException {
        long number = 0;
        Optional<MediaKind> kind = Optional.empty();
        String codecId = "";
        ByteBuffer codecPrivate = ByteBuffer.allocate(0);
        for (Element child : entry.children()) {
            if (child.id() == ElementId.TRACK_NUMBER) {
                number = EbmlNumber.unsigned(child.body());
            } else if (child.id() == ElementId.TRACK_TYPE) {
                kind = kind(EbmlNumber.unsigned(child.body()));
            } else if (child.id() == ElementId.CODEC_ID) {
                codecId = name(child.body());
            } else if (child.id() == ElementId.CODEC_PRIVATE) {
                codecPrivate = child.body();
            } else if (child.id() == ElementId.CONTENT_ENCODINGS) {
                throw new BitstreamException("a track of WebM is compressed or encrypted");
            }
        }
        return new TrackEntry(number, kind, codecId, codecPrivate);
    }

    private static Optional<MediaKind> kind(long type) {
        if (type == VIDEO) {
            return Optional.of(MediaKind.VIDEO);
        }
        return type == AUDIO ? Optional.of(MediaKind.AUDIO) : Optional.empty();
    }

    /** Of what may be anything only what names are made of. */
    private static String name(ByteBuffer body) {
        ByteBuffer shortened = body.duplicate().limit(Math.min(body.limit(), MAX_NAME_BYTES));
        return StandardCharsets.US_ASCII.decode(shortened).toString().replaceAll("[^A-Za-z0-9/_.-]", "");
    }
}
