package dev.fanlight.protocol.codec.json;

import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import java.util.Optional;
import java.util.OptionalLong;

/** The members that {@code source} and {@code stream} share: the quality of the uplink, and a pause at the camera. Stateless. */
public final class ConditionMembers {

    private static final String UPLINK = "uplink";
    private static final String PAUSED = "paused";
    private static final String RESUMES_AT = "resumes_at";

    private ConditionMembers() {}

    /** {@code uplink}; fine where it is missing. */
    public static UplinkQuality uplink(Members members) throws ProtocolException {
        return members.optionalOneOf(UPLINK, UplinkQuality.class).orElse(UplinkQuality.FINE);
    }

    /** {@code paused} with {@code resumes_at}; empty without {@code paused}. */
    public static Optional<CameraPause> pause(Members members) throws ProtocolException {
        Optional<String> why = members.optionalString(PAUSED, CameraPause.MAX_REASON);
        OptionalLong resumes = members.optionalLongIn(RESUMES_AT, 0, WireLimits.MAX_TIME_MICROS);
        return why.map(text -> new CameraPause(text, resumes));
    }

    /** Writes both, except where they are the default. */
    public static void write(UplinkQuality uplink, Optional<CameraPause> pause, MemberWriter out) {
        if (uplink != UplinkQuality.FINE) {
            out.text(UPLINK, uplink.wireName());
        }
        pause.ifPresent(known -> out.text(PAUSED, known.why()).number(RESUMES_AT, known.resumesAtMicros()));
    }
}
