package dev.fanlight.protocol.rtsp;

import dev.fanlight.media.MediaKind;
import dev.fanlight.media.rtp.RtpFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of a live stream in SDP (RFC 8866), with the address of each track behind that of the stream. Stateless. */
public final class SessionDescription {

    /** Media type of what {@link #text} gives. */
    public static final String MEDIA_TYPE = "application/sdp";

    private static final String CONTROL = "trackID=";
    private static final Pattern TRACK = Pattern.compile(".*/" + CONTROL + "(\\d{1,2})/?");

    private SessionDescription() {}

    /**
     * Writes one.
     *
     * @param id a number by which clients tell sessions apart
     * @param name one line of text
     * @param formats of the tracks, in their order
     */
    public static String text(long id, String name, List<RtpFormat> formats) {
        StringBuilder text = new StringBuilder();
        line(text, "v=0");
        line(text, "o=- " + Long.toUnsignedString(id) + " 1 IN IP4 0.0.0.0");
        line(text, "s=" + name);
        line(text, "c=IN IP4 0.0.0.0");
        line(text, "t=0 0");
        line(text, "a=control:*");
        line(text, "a=range:npt=now-");
        for (int i = 0; i < formats.size(); i++) {
            track(text, formats.get(i), i);
        }
        return text.toString();
    }

    /** What stands behind the address of a stream for a track, from a slash on. */
    public static String control(int track) {
        return "/" + CONTROL + track;
    }

    /** The track that an address names; 0 when it names none, −1 when there cannot be so many. */
    public static int trackOf(String uri) {
        Matcher track = TRACK.matcher(uri);
        if (track.matches()) {
            return Integer.parseInt(track.group(1));
        }
        return uri.contains(CONTROL) ? -1 : 0;
    }

    private static void track(StringBuilder text, RtpFormat format, int index) {
        String kind = format.kind() == MediaKind.VIDEO ? "video" : "audio";
        line(text, "m=" + kind + " 0 RTP/AVP " + format.payloadType());
        line(text, "a=rtpmap:" + format.payloadType() + " " + format.name());
        if (!format.parameters().isEmpty()) {
            line(text, "a=fmtp:" + format.payloadType() + " " + format.parameters());
        }
        line(text, "a=control:" + CONTROL + index);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
