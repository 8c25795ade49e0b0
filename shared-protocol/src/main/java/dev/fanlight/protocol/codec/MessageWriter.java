package dev.fanlight.protocol.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.protocol.Accepted;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Authenticate;
import dev.fanlight.protocol.Badge;
import dev.fanlight.protocol.Challenge;
import dev.fanlight.protocol.Chat;
import dev.fanlight.protocol.ChatAccepted;
import dev.fanlight.protocol.ChatMode;
import dev.fanlight.protocol.ChatReady;
import dev.fanlight.protocol.ChatRefused;
import dev.fanlight.protocol.ChatRemoved;
import dev.fanlight.protocol.ChatRestored;
import dev.fanlight.protocol.ChatSend;
import dev.fanlight.protocol.ChatSilenced;
import dev.fanlight.protocol.Clock;
import dev.fanlight.protocol.Delivery;
import dev.fanlight.protocol.Demand;
import dev.fanlight.protocol.DroppedDisposable;
import dev.fanlight.protocol.Enroll;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Join;
import dev.fanlight.protocol.Joined;
import dev.fanlight.protocol.KeyAccepted;
import dev.fanlight.protocol.KeyFrameRequest;
import dev.fanlight.protocol.Moderate;
import dev.fanlight.protocol.Moderated;
import dev.fanlight.protocol.NewKey;
import dev.fanlight.protocol.Pending;
import dev.fanlight.protocol.Prefer;
import dev.fanlight.protocol.Rename;
import dev.fanlight.protocol.RenameRefused;
import dev.fanlight.protocol.Renamed;
import dev.fanlight.protocol.RotateKey;
import dev.fanlight.protocol.Source;
import dev.fanlight.protocol.Stream;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.ToAgent;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.Viewers;
import dev.fanlight.protocol.Watch;
import dev.fanlight.protocol.Welcome;

/** Writes the members of one message behind its type. One message each; not thread safe. */
final class MessageWriter implements FromAgent.Handler, ToAgent.Handler, FromPlayer.Handler, ToPlayer.Handler {

    private final MemberWriter out;

    MessageWriter(JsonGenerator json) {
        this.out = new MemberWriter(json);
    }

    @Override
    public void on(TimeRequest m) {
        out.number("t0", m.t0());
    }

    @Override
    public void on(TimeReply m) {
        out.number("t0", m.t0()).number("t1", m.t1()).number("t2", m.t2());
    }

    @Override
    public void on(Ack m) {
        out.number("track", m.track()).number("sequence", m.sequence());
    }

    @Override
    public void on(Goodbye m) {
        out.text("reason", m.reason()).millis(m.retryAfter());
    }

    @Override
    public void on(Challenge m) {
        out.text("relay", m.relay()).bytes("nonce", m.nonce()).number("time", m.time());
    }

    @Override
    public void on(Authenticate m) {
        out.text("device", m.device()).text("server_key", m.serverKey());
        out.text("signature", m.signature()).text("agent", m.agent());
    }

    @Override
    public void on(Join m) {
        out.text("code", m.code()).text("secret", m.secret()).text("public_key", m.publicKey());
        out.text("server_key", m.serverKey()).text("signature", m.signature()).text("agent", m.agent());
    }

    @Override
    public void on(Joined m) {
        out.text("device", m.device()).text("camera", m.camera());
    }

    @Override
    public void on(Accepted m) {
        out.text("camera", m.camera());
    }

    @Override
    public void on(Tracks m) {
        out.number("epoch", m.epoch());
        out.objects("tracks", m.tracks(), track -> TrackCodec.write(out, track));
    }

    @Override
    public void on(Source m) {
        out.text("state", m.state().wireName()).text("detail", m.detail());
    }

    @Override
    public void on(Demand m) {
        out.number("viewers", m.viewers())
                .numbers("tracks", m.tracks().stream().sorted().toList());
    }

    @Override
    public void on(Prefer m) {
        out.text("quality", m.quality().wireName()).text("latency", m.latency().wireName());
    }

    @Override
    public void on(Delivery m) {
        out.text("mode", m.mode().wireName());
    }

    @Override
    public void on(DroppedDisposable m) {
        out.number("track", m.track()).number("sequence", m.sequence());
    }

    @Override
    public void on(KeyFrameRequest m) {
        out.number("track", m.track());
    }

    @Override
    public void on(Watch m) {
        out.text("camera", m.camera()).text("key", m.key()).text("person", m.person());
        out.number("chat_since", m.chatSince());
    }

    @Override
    public void on(Welcome m) {
        out.text("camera", m.camera()).text("title", m.title()).text("relay", m.relay());
        out.text("person", m.person()).text("name", m.name());
        out.text("role", m.role().wireName()).text("token", m.token());
    }

    @Override
    public void on(Stream m) {
        out.text("state", m.state().wireName()).number("last_capture", m.lastCapture());
    }

    @Override
    public void on(Clock m) {
        out.number("offset", m.offset()).number("round_trip", m.roundTrip());
    }

    @Override
    public void on(Viewers m) {
        out.number("count", m.count());
    }

    @Override
    public void on(Chat m) {
        out.number("seq", m.seq()).number("time", m.time());
        out.text("person", m.person()).text("name", m.name()).text("text", m.text());
        out.text("badge", m.badge().map(Badge::wireName));
    }

    @Override
    public void on(ChatReady m) {
        out.number("last", m.last()).number("gap", m.gap());
    }

    @Override
    public void on(ChatSend m) {
        out.text("client_id", m.clientId()).text("text", m.text());
    }

    @Override
    public void on(ChatAccepted m) {
        out.text("client_id", m.clientId()).number("seq", m.seq());
    }

    @Override
    public void on(ChatRefused m) {
        out.text("client_id", m.clientId())
                .text("reason", m.reason().wireName())
                .millis(m.retryAfter());
    }

    @Override
    public void on(Rename m) {
        out.text("name", m.name());
    }

    @Override
    public void on(Renamed m) {
        out.text("person", m.person()).text("name", m.name());
    }

    @Override
    public void on(RenameRefused m) {
        out.text("reason", m.reason().wireName()).millis(m.retryAfter());
    }

    @Override
    public void on(ChatMode m) {
        out.number("slow_seconds", m.slowSeconds()).text("links", m.links().wireName());
    }

    @Override
    public void on(ChatRemoved m) {
        out.number("seq", m.seq());
    }

    @Override
    public void on(ChatRestored m) {
        on(m.line());
    }

    @Override
    public void on(ChatSilenced m) {
        out.number("until", m.until());
    }

    @Override
    public void on(Moderate m) {
        out.text("client_id", m.clientId());
        ModerationActCodec.write(m.act(), out);
    }

    @Override
    public void on(Moderated m) {
        out.text("client_id", m.clientId()).text("result", m.result().wireName());
    }

    @Override
    public void on(Enroll m) {
        out.text("public_key", m.publicKey()).text("server_key", m.serverKey());
        out.text("signature", m.signature()).text("agent", m.agent()).text("host", m.host());
    }

    @Override
    public void on(Pending m) {
        out.text("code", m.code()).number("lifetime_ms", m.lifetime().toMillis());
    }

    @Override
    public void on(RotateKey m) {
        out.bytes("nonce", m.nonce()).number("time", m.time());
    }

    @Override
    public void on(NewKey m) {
        out.text("public_key", m.publicKey()).text("server_key", m.serverKey()).text("signature", m.signature());
    }

    @Override
    public void on(KeyAccepted m) {
        // It has no members.
    }
}
