package dev.fanlight.protocol.codec.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.chat.BanScope;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationAct.Ban;
import dev.fanlight.protocol.chat.ModerationAct.Links;
import dev.fanlight.protocol.chat.ModerationAct.Pin;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Restore;
import dev.fanlight.protocol.chat.ModerationAct.Slow;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.ModerationAct.Unban;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import java.time.Duration;
import java.util.Optional;

/** The member {@code act} of {@code moderate}, and the members each act needs. Stateless, thread safe. */
final class ModerationActCodec {

    private static final int MAX_PERSON = 64;

    private ModerationActCodec() {}

    static ModerationAct read(Members m) throws ProtocolException {
        return switch (m.string("act")) {
            case "remove" -> new Remove(seq(m));
            case "restore" -> new Restore(seq(m));
            case "timeout" -> new TimeOut(person(m), timeOut(m));
            case "ban" ->
                new Ban(person(m), m.optionalOneOf("scope", BanScope.class).orElse(BanScope.ADDRESS));
            case "unban" -> new Unban(person(m));
            case "slow" -> new Slow(seconds(m, ModerationAct.MAX_SLOW));
            case "pin" -> new Pin(ChatMembers.note(m));
            case "links" -> new Links(m.oneOf("links", ChatLinks.class));
            default -> throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "unknown act of moderation");
        };
    }

    static void write(ModerationAct act, MemberWriter to) {
        act.dispatch(new Writing(to));
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

    private record Writing(MemberWriter to) implements ModerationAct.Handler<MemberWriter> {

        @Override
        public MemberWriter on(Remove act) {
            return to.text("act", "remove").number("seq", act.seq());
        }

        @Override
        public MemberWriter on(Restore act) {
            return to.text("act", "restore").number("seq", act.seq());
        }

        @Override
        public MemberWriter on(TimeOut act) {
            to.text("act", "timeout").text("person", act.person());
            return to.number("seconds", act.length().toSeconds());
        }

        @Override
        public MemberWriter on(Ban act) {
            return to.text("act", "ban")
                    .text("person", act.person())
                    .text(
                            "scope",
                            Optional.of(act.scope().wireName()).filter(scope -> act.scope() != BanScope.ADDRESS));
        }

        @Override
        public MemberWriter on(Unban act) {
            return to.text("act", "unban").text("person", act.person());
        }

        @Override
        public MemberWriter on(Slow act) {
            return to.text("act", "slow").number("seconds", act.interval().toSeconds());
        }

        @Override
        public MemberWriter on(Links act) {
            return to.text("act", "links").text("links", act.links().wireName());
        }

        @Override
        public MemberWriter on(Pin act) {
            return to.text("act", "pin").text("note", act.note());
        }
    }
}
