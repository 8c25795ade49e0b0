package dev.fanlight.protocol.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Accepted;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Authenticate;
import dev.fanlight.protocol.Challenge;
import dev.fanlight.protocol.Chat;
import dev.fanlight.protocol.ChatAccepted;
import dev.fanlight.protocol.ChatReady;
import dev.fanlight.protocol.ChatRefused;
import dev.fanlight.protocol.ChatSend;
import dev.fanlight.protocol.Clock;
import dev.fanlight.protocol.Demand;
import dev.fanlight.protocol.FromAgent;
import dev.fanlight.protocol.FromPlayer;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Join;
import dev.fanlight.protocol.Joined;
import dev.fanlight.protocol.KeyFrameRequest;
import dev.fanlight.protocol.Rename;
import dev.fanlight.protocol.RenameRefused;
import dev.fanlight.protocol.Renamed;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes the members of one message behind its type. One message each; not thread safe. */
final class MessageWriter implements FromAgent.Handler, ToAgent.Handler, FromPlayer.Handler, ToPlayer.Handler {

    private final JsonGenerator json;

    MessageWriter(JsonGenerator json) {
        this.json = json;
    }

    @Override
    public void on(TimeRequest m) {
        number("t0", m.t0());
    }

    @Override
    public void on(TimeReply m) {
        number("t0", m.t0()).number("t1", m.t1()).number("t2", m.t2());
    }

    @Override
    public void on(Ack m) {
        number("track", m.track()).number("sequence", m.sequence());
    }

    @Override
    public void on(Goodbye m) {
        text("reason", m.reason()).millis(m.retryAfter());
    }

    @Override
    public void on(Challenge m) {
        text("relay", m.relay()).bytes("nonce", m.nonce()).number("time", m.time());
    }

    @Override
    public void on(Authenticate m) {
        text("device", m.device()).text("server_key", m.serverKey());
        text("signature", m.signature()).text("agent", m.agent());
    }

    @Override
    public void on(Join m) {
        text("code", m.code()).text("secret", m.secret()).text("public_key", m.publicKey());
        text("server_key", m.serverKey()).text("signature", m.signature()).text("agent", m.agent());
    }

    @Override
    public void on(Joined m) {
        text("device", m.device()).text("camera", m.camera());
    }

    @Override
    public void on(Accepted m) {
        text("camera", m.camera());
    }

    @Override
    public void on(Tracks m) {
        number("epoch", m.epoch());
        write(() -> json.writeArrayFieldStart("tracks"));
        m.tracks().forEach(this::track);
        write(json::writeEndArray);
    }

    @Override
    public void on(Source m) {
        text("state", m.state().wireName()).text("detail", m.detail());
    }

    @Override
    public void on(Demand m) {
        number("viewers", m.viewers());
    }

    @Override
    public void on(KeyFrameRequest m) {
        number("track", m.track());
    }

    @Override
    public void on(Watch m) {
        text("camera", m.camera()).text("key", m.key());
        text("person", m.person()).number("chat_since", m.chatSince());
    }

    @Override
    public void on(Welcome m) {
        text("camera", m.camera()).text("title", m.title()).text("relay", m.relay());
        text("person", m.person()).text("name", m.name()).text("token", m.token());
    }

    @Override
    public void on(Stream m) {
        text("state", m.state().wireName()).number("last_capture", m.lastCapture());
    }

    @Override
    public void on(Clock m) {
        number("offset", m.offset()).number("round_trip", m.roundTrip());
    }

    @Override
    public void on(Viewers m) {
        number("count", m.count());
    }

    @Override
    public void on(Chat m) {
        number("seq", m.seq()).number("time", m.time());
        text("person", m.person()).text("name", m.name()).text("text", m.text());
    }

    @Override
    public void on(ChatReady m) {
        number("last", m.last()).number("gap", m.gap());
    }

    @Override
    public void on(ChatSend m) {
        text("client_id", m.clientId()).text("text", m.text());
    }

    @Override
    public void on(ChatAccepted m) {
        text("client_id", m.clientId()).number("seq", m.seq());
    }

    @Override
    public void on(ChatRefused m) {
        text("client_id", m.clientId()).text("reason", m.reason().wireName()).millis(m.retryAfter());
    }

    @Override
    public void on(Rename m) {
        text("name", m.name());
    }

    @Override
    public void on(Renamed m) {
        text("person", m.person()).text("name", m.name());
    }

    @Override
    public void on(RenameRefused m) {
        text("reason", m.reason().wireName()).millis(m.retryAfter());
    }

    private void track(Track track) {
        write(json::writeStartObject);
        number("id", track.id()).text("kind", track.kind().wireName()).text("codec", track.codec());
        if (track.config().length > 0) {
            bytes("config", track.config());
        }
        if (track.width() > 0 && track.height() > 0) {
            number("width", track.width()).number("height", track.height());
        }
        if (track.fps() > 0) {
            write(() -> json.writeNumberField("fps", track.fps()));
        }
        text("name", track.name());
        write(json::writeEndObject);
    }

    private MessageWriter number(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    private MessageWriter number(String name, OptionalLong value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    private MessageWriter text(String name, String value) {
        return write(() -> json.writeStringField(name, value));
    }

    private MessageWriter text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    private MessageWriter bytes(String name, byte[] value) {
        return text(name, Base64.getEncoder().encodeToString(value));
    }

    private MessageWriter millis(Optional<Duration> value) {
        value.ifPresent(present -> number("retry_after_ms", present.toMillis()));
        return this;
    }

    private MessageWriter write(JsonStep step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface JsonStep {
        void run() throws IOException;
    }
}
