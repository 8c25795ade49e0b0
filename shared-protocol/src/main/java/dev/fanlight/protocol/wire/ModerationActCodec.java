package dev.fanlight.protocol.wire;

import dev.fanlight.protocol.ChatLinks;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ModerationAct;
import dev.fanlight.protocol.ModerationAct.Ban;
import dev.fanlight.protocol.ModerationAct.Links;
import dev.fanlight.protocol.ModerationAct.Remove;
import dev.fanlight.protocol.ModerationAct.Restore;
import dev.fanlight.protocol.ModerationAct.Slow;
import dev.fanlight.protocol.ModerationAct.TimeOut;
import dev.fanlight.protocol.ModerationAct.Unban;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import java.time.Duration;

/** The member {@code act} of {@code moderate}, and the members each act needs. Stateless, thread safe. */
final class ModerationActCodec {

    private static final int MAX_PERSON = 64;

    private ModerationActCodec() {}

    static ModerationAct read(Members m) throws ProtocolException {
        return switch (m.string("act")) {
            case "remove" -> new Remove(seq(m));
            case "restore" -> new Restore(seq(m));
            case "timeout" -> new TimeOut(person(m), timeOut(m));
            case "ban" -> new Ban(person(m));
            case "unban" -> new Unban(person(m));
            case "slow" -> new Slow(seconds(m, ModerationAct.MAX_SLOW));
            case "links" -> new Links(m.oneOf("links", ChatLinks.class));
            default -> throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "unknown act of moderation");
        };
    }

    static void write(ModerationAct act, MemberWriter to) {
        if (act instanceof Remove remove) {
            to.text("act", "remove").number("seq", remove.seq());
        } else if (act instanceof Restore restore) {
            to.text("act", "restore").number("seq", restore.seq());
        } else if (act instanceof TimeOut timeOut) {
            to.text("act", "timeout").text("person", timeOut.person());
            to.number("seconds", timeOut.length().toSeconds());
        } else if (act instanceof Ban ban) {
            to.text("act", "ban").text("person", ban.person());
        } else if (act instanceof Unban unban) {
            to.text("act", "unban").text("person", unban.person());
        } else if (act instanceof Slow slow) {
            to.text("act", "slow").number("seconds", slow.interval().toSeconds());
        } else if (act instanceof Links links) {
            to.text("act", "links").text("links", links.links().wireName());
        }
    }

    private static Duration timeOut(Members m) throws ProtocolException {
        Duration length = seconds(m, ModerationAct.MAX_TIME_OUT);
        if (!length.isZero() && length.compareTo(ModerationAct.MIN_TIME_OUT) < 0) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "a time-out lasts 10 s at least");
        }
        return length;
    }

    private static Duration seconds(Members m, Duration max) throws ProtocolException {
        return Duration.ofSeconds(m.longIn("seconds", 0, max.toSeconds()));
    }

    private static long seq(Members m) throws ProtocolException {
        return m.longIn("seq", 1, WireLimits.MAX_TIME_MICROS);
    }

    private static String person(Members m) throws ProtocolException {
        return m.string("person", MAX_PERSON);
    }
}
