package dev.fanlight.protocol.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Challenge;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.Enroll;
import dev.fanlight.protocol.agent.Join;
import dev.fanlight.protocol.agent.Joined;
import dev.fanlight.protocol.agent.KeyAccepted;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.NewKey;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.protocol.agent.RotateKey;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.protocol.player.Clock;
import dev.fanlight.protocol.player.Delivery;
import dev.fanlight.protocol.player.DroppedDisposable;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Stream;
import dev.fanlight.protocol.player.Viewers;
import dev.fanlight.protocol.player.Watch;
import dev.fanlight.protocol.player.Welcome;

/** Writes the members of one message behind its type. One message each; not thread safe. */
final class MessageWriter {

    private final MemberWriter out;

    MessageWriter(JsonGenerator json) {
        this.out = new MemberWriter(json);
    }

    void write(Message message) {
        switch (message.type()) {
            case ACCEPTED -> on((Accepted) message);
            case ACK -> on((Ack) message);
            case AUTHENTICATE -> on((Authenticate) message);
            case CHALLENGE -> on((Challenge) message);
            case CHAT -> on((Chat) message);
            case CHAT_ACCEPTED -> on((ChatAccepted) message);
            case CHAT_MODE -> on((ChatMode) message);
            case CHAT_READY -> on((ChatReady) message);
            case CHAT_REFUSED -> on((ChatRefused) message);
            case CHAT_REMOVED -> on((ChatRemoved) message);
            case CHAT_RESTORED -> on((ChatRestored) message);
            case CHAT_SEND -> on((ChatSend) message);
            case CHAT_SILENCED -> on((ChatSilenced) message);
            case CLOCK -> on((Clock) message);
            case DELIVERY -> on((Delivery) message);
            case DEMAND -> on((Demand) message);
            case LEFT_OUT -> on((DroppedDisposable) message);
            case ENROLL -> on((Enroll) message);
            case GOODBYE -> on((Goodbye) message);
            case JOIN -> on((Join) message);
            case JOINED -> on((Joined) message);
            case KEY_ACCEPTED -> on((KeyAccepted) message);
            case KEY_FRAME_REQUEST -> on((KeyFrameRequest) message);
            case MODERATE -> on((Moderate) message);
            case MODERATED -> on((Moderated) message);
            case NEW_KEY -> on((NewKey) message);
            case PENDING -> on((Pending) message);
            case PREFER -> on((Prefer) message);
            case RENAME -> on((Rename) message);
            case RENAME_REFUSED -> on((RenameRefused) message);
            case RENAMED -> on((Renamed) message);
            case ROTATE_KEY -> on((RotateKey) message);
            case SOURCE -> on((Source) message);
            case STREAM -> on((Stream) message);
            case TIME_REPLY -> on((TimeReply) message);
            case TIME_REQUEST -> on((TimeRequest) message);
            case TRACKS -> on((Tracks) message);
            case VIEWERS -> on((Viewers) message);
            case WATCH -> on((Watch) message);
            case WELCOME -> on((Welcome) message);
        }
    }

    public void on(TimeRequest m) {
        out.number("t0", m.t0());
    }

    public void on(TimeReply m) {
        out.number("t0", m.t0()).number("t1", m.t1()).number("t2", m.t2());
    }

    public void on(Ack m) {
        out.number("track", m.track()).number("sequence", m.sequence());
    }

    public void on(Goodbye m) {
        out.text("reason", m.reason()).millis(m.retryAfter());
    }

    public void on(Challenge m) {
        out.text("relay", m.relay()).bytes("nonce", m.nonce()).number("time", m.time());
    }

    public void on(Authenticate m) {
        out.text("device", m.device()).text("server_key", m.serverKey());
        out.text("signature", m.signature()).text("agent", m.agent());
    }

    public void on(Join m) {
        out.text("code", m.code()).text("secret", m.secret()).text("public_key", m.publicKey());
        out.text("server_key", m.serverKey()).text("signature", m.signature()).text("agent", m.agent());
    }

    public void on(Joined m) {
        out.text("device", m.device()).text("camera", m.camera());
    }

    public void on(Accepted m) {
        out.text("camera", m.camera());
    }

    public void on(Tracks m) {
        out.number("epoch", m.epoch());
        out.objects("tracks", m.tracks(), this::track);
    }

    public void on(Source m) {
        out.text("state", m.state().wireName()).text("detail", m.detail());
    }

    public void on(Demand m) {
        out.number("viewers", m.viewers())
                .numbers("tracks", m.tracks().stream().sorted().toList());
    }

    public void on(Prefer m) {
        out.text("quality", m.quality().wireName()).text("latency", m.latency().wireName());
    }

    public void on(Delivery m) {
        out.text("mode", m.mode().wireName());
    }

    public void on(DroppedDisposable m) {
        out.number("track", m.track()).number("sequence", m.sequence());
    }

    public void on(KeyFrameRequest m) {
        out.number("track", m.track());
    }

    public void on(Watch m) {
        out.text("camera", m.camera()).text("key", m.key()).text("person", m.person());
        out.number("chat_since", m.chatSince());
    }

    public void on(Welcome m) {
        out.text("camera", m.camera()).text("title", m.title()).text("relay", m.relay());
        out.text("person", m.person()).text("name", m.name());
        out.text("role", m.role().wireName()).text("token", m.token());
    }

    public void on(Stream m) {
        out.text("state", m.state().wireName()).number("last_capture", m.lastCapture());
    }

    public void on(Clock m) {
        out.number("offset", m.offset()).number("round_trip", m.roundTrip());
    }

    public void on(Viewers m) {
        out.number("count", m.count());
    }

    public void on(Chat m) {
        out.number("seq", m.seq()).number("time", m.time());
        out.text("person", m.person()).text("name", m.name()).text("text", m.text());
        out.text("badge", m.badge().map(Badge::wireName));
    }

    public void on(ChatReady m) {
        out.number("last", m.last()).number("gap", m.gap());
    }

    public void on(ChatSend m) {
        out.text("client_id", m.clientId()).text("text", m.text());
    }

    public void on(ChatAccepted m) {
        out.text("client_id", m.clientId()).number("seq", m.seq());
    }

    public void on(ChatRefused m) {
        out.text("client_id", m.clientId())
                .text("reason", m.reason().wireName())
                .millis(m.retryAfter());
    }

    public void on(Rename m) {
        out.text("name", m.name());
    }

    public void on(Renamed m) {
        out.text("person", m.person()).text("name", m.name());
    }

    public void on(RenameRefused m) {
        out.text("reason", m.reason().wireName()).millis(m.retryAfter());
    }

    public void on(ChatMode m) {
        out.number("slow_seconds", m.slowSeconds()).text("links", m.links().wireName());
    }

    public void on(ChatRemoved m) {
        out.number("seq", m.seq());
    }

    public void on(ChatRestored m) {
        on(m.line());
    }

    public void on(ChatSilenced m) {
        out.number("until", m.until());
    }

    public void on(Moderate m) {
        out.text("client_id", m.clientId());
        ModerationActCodec.write(m.act(), out);
    }

    public void on(Moderated m) {
        out.text("client_id", m.clientId()).text("result", m.result().wireName());
    }

    public void on(Enroll m) {
        out.text("public_key", m.publicKey()).text("server_key", m.serverKey());
        out.text("signature", m.signature()).text("agent", m.agent()).text("host", m.host());
    }

    public void on(Pending m) {
        out.text("code", m.code()).number("lifetime_ms", m.lifetime().toMillis());
    }

    public void on(RotateKey m) {
        out.bytes("nonce", m.nonce()).number("time", m.time());
    }

    public void on(NewKey m) {
        out.text("public_key", m.publicKey()).text("server_key", m.serverKey()).text("signature", m.signature());
    }

    public void on(KeyAccepted m) {
        // It has no members.
    }

    private void track(Track track) {
        out.number("id", track.id()).text("kind", track.kind().wireName()).text("codec", track.codec());
        if (track.config().length > 0) {
            out.bytes("config", track.config());
        }
        if (track.width() > 0 && track.height() > 0) {
            out.number("width", track.width()).number("height", track.height());
        }
        if (track.fps() > 0) {
            out.number("fps", track.fps());
        }
        out.text("name", track.name());
    }
}
