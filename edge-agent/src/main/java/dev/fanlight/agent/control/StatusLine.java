package dev.fanlight.agent.control;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.status.CameraStatus;
import dev.fanlight.agent.status.TrackRate;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.json.ConditionMembers;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.protocol.codec.json.JsonText;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The status of one camera as one JSON object in one line. Stateless. */
final class StatusLine {

    private static final int MAX_TEXT = 1_024;
    private static final long MAX_TIME_MILLIS = WireLimits.MAX_TIME_MICROS / 1_000;

    private StatusLine() {}

    static String of(CameraStatus status) {
        return JsonText.object(out -> write(status, out));
    }

    static CameraStatus parse(String line) throws ProtocolException {
        Members members = JsonReader.read(line.getBytes(StandardCharsets.UTF_8));
        return new CameraStatus(
                members.string("camera"),
                members.string("relay"),
                members.oneOf("uplink", CameraStatus.Uplink.class),
                members.optionalString("uplink_detail", MAX_TEXT).orElse(""),
                members.optionalOneOf("quality", UplinkQuality.class).orElse(UplinkQuality.FINE),
                members.oneOf("source", CameraStatus.Source.class),
                members.optionalString("source_detail", MAX_TEXT).orElse(""),
                ConditionMembers.pause(members),
                Instant.ofEpochMilli(members.longIn("since_ms", 0, MAX_TIME_MILLIS)),
                new CurrentViewers(
                        members.intIn("viewers", 0, WireLimits.MAX_VIEWERS),
                        members.strings("watching", CurrentViewers.MAX_NAMES, MAX_TEXT)),
                members.optionalString("encoder", MAX_TEXT).orElse(""),
                members.intIn("bit_rate", 0, Integer.MAX_VALUE),
                members.longIn("delay_ms", 0, MAX_TIME_MILLIS),
                tracks(members));
    }

    private static List<TrackRate> tracks(Members members) throws ProtocolException {
        List<TrackRate> tracks = new ArrayList<>();
        if (members.has("tracks")) {
            for (Members track : members.objects("tracks", WireLimits.MAX_TRACKS)) {
                tracks.add(new TrackRate(
                        track.string("name"),
                        track.longIn("bits_per_second", 0, Long.MAX_VALUE),
                        track.longIn("units_per_minute", 0, Long.MAX_VALUE) / 60.0));
            }
        }
        return tracks;
    }

    private static void write(CameraStatus status, MemberWriter out) {
        out.text("camera", status.camera())
                .text("relay", status.relay())
                .text("uplink", word(status.uplink()))
                .text("uplink_detail", shorten(status.uplinkDetail()))
                .text("quality", word(status.quality()))
                .text("source", word(status.source()))
                .text("source_detail", shorten(status.sourceDetail()))
                .number("since_ms", status.since().toEpochMilli())
                .number("viewers", status.viewers().count())
                .strings("watching", status.viewers().names())
                .text("encoder", status.encoder())
                .number("bit_rate", status.bitRate())
                .number("delay_ms", Math.max(0, status.delayMillis()));
        ConditionMembers.write(UplinkQuality.FINE, status.pause(), out);
        if (!status.tracks().isEmpty()) {
            out.objects(
                    "tracks",
                    status.tracks(),
                    track -> out.text("name", track.name())
                            .number("bits_per_second", track.bitsPerSecond())
                            .number("units_per_minute", Math.round(track.unitsPerSecond() * 60)));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String shorten(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
