package dev.fanlight.protocol.codec.ptz;

import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadCommand.GoToPreset;
import dev.fanlight.media.ptz.HeadCommand.ListPresets;
import dev.fanlight.media.ptz.HeadCommand.Move;
import dev.fanlight.media.ptz.HeadCommand.Stop;
import dev.fanlight.media.ptz.HeadVelocity;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.MemberWriter;
import dev.fanlight.protocol.codec.json.Members;
import dev.fanlight.protocol.codec.json.MessageCodec;
import dev.fanlight.protocol.ptz.Ptz;
import java.time.Duration;

/** {@code ptz}. */
final class PtzCodec implements MessageCodec<Ptz> {

    @Override
    public Ptz read(Members members) throws ProtocolException {
        return new Ptz(members.clientId(), command(members));
    }

    @Override
    public void write(Ptz message, MemberWriter out) {
        out.text("client_id", message.clientId());
        if (message.command() instanceof Move move) {
            write(move, out);
        } else if (message.command() instanceof Stop) {
            out.text("act", "stop");
        } else if (message.command() instanceof ListPresets) {
            out.text("act", "presets");
        } else if (message.command() instanceof GoToPreset there) {
            out.text("act", "go_to").text("preset", there.preset());
        }
    }

    private static void write(Move move, MemberWriter out) {
        out.text("act", "move");
        write("pan", move.velocity().pan(), out);
        write("tilt", move.velocity().tilt(), out);
        write("zoom", move.velocity().zoom(), out);
        out.number("for_ms", move.length().toMillis());
    }

    private static void write(String name, double part, MemberWriter out) {
        if (part != 0) {
            out.number(name, part);
        }
    }

    private static HeadCommand command(Members m) throws ProtocolException {
        return switch (m.string("act")) {
            case "move" -> move(m);
            case "stop" -> new Stop();
            case "presets" -> new ListPresets();
            case "go_to" -> new GoToPreset(m.string("preset", HeadCommand.MAX_TOKEN));
            default -> throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "unknown command to the head");
        };
    }

    private static Move move(Members m) throws ProtocolException {
        Duration length = Duration.ofMillis(m.longIn("for_ms", 1, HeadCommand.MAX_MOVE.toMillis()));
        double pan = m.fraction("pan");
        double tilt = m.fraction("tilt");
        double zoom = m.fraction("zoom");
        if (pan == 0 && tilt == 0 && zoom == 0) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "a movement has a direction");
        }
        return new Move(new HeadVelocity(pan, tilt, zoom), length);
    }
}
