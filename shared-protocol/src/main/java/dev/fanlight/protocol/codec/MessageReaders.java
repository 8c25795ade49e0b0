package dev.fanlight.protocol.codec;

import dev.fanlight.identity.ApprovalCode;
import dev.fanlight.protocol.Accepted;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Authenticate;
import dev.fanlight.protocol.Badge;
import dev.fanlight.protocol.Challenge;
import dev.fanlight.protocol.Chat;
import dev.fanlight.protocol.ChatAccepted;
import dev.fanlight.protocol.ChatLinks;
import dev.fanlight.protocol.ChatMode;
import dev.fanlight.protocol.ChatReady;
import dev.fanlight.protocol.ChatRefused;
import dev.fanlight.protocol.ChatRemoved;
import dev.fanlight.protocol.ChatRestored;
import dev.fanlight.protocol.ChatRole;
import dev.fanlight.protocol.ChatSend;
import dev.fanlight.protocol.ChatSilenced;
import dev.fanlight.protocol.Clock;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.Delivery;
import dev.fanlight.protocol.DeliveryMode;
import dev.fanlight.protocol.Demand;
import dev.fanlight.protocol.DroppedDisposable;
import dev.fanlight.protocol.Enroll;
import dev.fanlight.protocol.Goodbye;
import dev.fanlight.protocol.Join;
import dev.fanlight.protocol.Joined;
import dev.fanlight.protocol.KeyAccepted;
import dev.fanlight.protocol.KeyFrameRequest;
import dev.fanlight.protocol.Latency;
import dev.fanlight.protocol.Message;
import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.Moderate;
import dev.fanlight.protocol.Moderated;
import dev.fanlight.protocol.ModerationAct;
import dev.fanlight.protocol.ModerationResult;
import dev.fanlight.protocol.NewKey;
import dev.fanlight.protocol.Pending;
import dev.fanlight.protocol.Prefer;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.Quality;
import dev.fanlight.protocol.Refusal;
import dev.fanlight.protocol.Rename;
import dev.fanlight.protocol.RenameRefused;
import dev.fanlight.protocol.Renamed;
import dev.fanlight.protocol.RotateKey;
import dev.fanlight.protocol.Source;
import dev.fanlight.protocol.SourceState;
import dev.fanlight.protocol.Stream;
import dev.fanlight.protocol.StreamState;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.Viewers;
import dev.fanlight.protocol.Watch;
import dev.fanlight.protocol.Welcome;
import dev.fanlight.protocol.WireLimits;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Members to messages: one line a type, the ranges beside the names. */
final class MessageReaders {

    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_KEY = 1024;
    private static final int MAX_SLOW_SECONDS = (int) ModerationAct.MAX_SLOW.toSeconds();
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private MessageReaders() {}

    static Message read(MessageType type, Members m) throws ProtocolException {
        return switch (type) {
            case ACCEPTED -> new Accepted(m.string("camera"));
            case ACK -> new Ack(m.intIn("track", 0, 255), m.u32("sequence"));
            case AUTHENTICATE ->
                new Authenticate(m.string("device"), m.string("server_key"), m.string("signature"), m.string("agent"));
            case CHALLENGE ->
                new Challenge(m.string("relay"), nonce(m), m.longIn("time", 0, WireLimits.MAX_TIME_MICROS));
            case CHAT -> chat(m);
            case CHAT_ACCEPTED -> new ChatAccepted(clientId(m), seq(m, "seq"));
            case CHAT_MODE ->
                new ChatMode(m.intIn("slow_seconds", 0, MAX_SLOW_SECONDS), m.oneOf("links", ChatLinks.class));
            case CHAT_READY -> new ChatReady(seq(m, "last"), seq(m, "gap"));
            case CHAT_REFUSED -> new ChatRefused(clientId(m), refusal(m), m.optionalMillis("retry_after_ms"));
            case CHAT_REMOVED -> new ChatRemoved(seq(m, "seq"));
            case CHAT_RESTORED -> new ChatRestored(chat(m));
            case CHAT_SEND -> new ChatSend(clientId(m), text(m));
            case CHAT_SILENCED -> new ChatSilenced(m.optionalLongIn("until", 0, WireLimits.MAX_TIME_MICROS));
            case CLOCK ->
                new Clock(
                        m.longIn("offset", -WireLimits.MAX_TIME_MICROS, WireLimits.MAX_TIME_MICROS),
                        m.micros("round_trip"));
            case DELIVERY -> new Delivery(m.oneOf("mode", DeliveryMode.class));
            case DEMAND -> new Demand(m.intIn("viewers", 0, MAX_COUNT), trackIds(m));
            case ENROLL ->
                new Enroll(
                        m.string("public_key"),
                        m.string("server_key"),
                        m.string("signature"),
                        m.string("agent"),
                        m.string("host", WireLimits.MAX_HOST));
            case GOODBYE -> new Goodbye(m.string("reason"), m.optionalMillis("retry_after_ms"));
            case JOIN ->
                new Join(
                        m.string("code"),
                        m.string("secret"),
                        m.string("public_key"),
                        m.string("server_key"),
                        m.string("signature"),
                        m.string("agent"));
            case JOINED -> new Joined(m.string("device"), m.string("camera"));
            case KEY_ACCEPTED -> new KeyAccepted();
            case KEY_FRAME_REQUEST -> new KeyFrameRequest(m.intIn("track", 0, 255));
            case LEFT_OUT -> new DroppedDisposable(m.intIn("track", 0, 255), m.u32("sequence"));
            case MODERATE -> new Moderate(clientId(m), ModerationActCodec.read(m));
            case MODERATED -> new Moderated(clientId(m), m.oneOf("result", ModerationResult.class));
            case NEW_KEY -> new NewKey(m.string("public_key"), m.string("server_key"), m.string("signature"));
            case PENDING -> new Pending(approvalCode(m), m.millis("lifetime_ms"));
            case PREFER -> new Prefer(m.oneOf("quality", Quality.class), m.oneOf("latency", Latency.class));
            case RENAME -> new Rename(m.string("name"));
            case RENAME_REFUSED -> new RenameRefused(refusal(m), m.optionalMillis("retry_after_ms"));
            case RENAMED -> new Renamed(m.string("person"), m.string("name"));
            case ROTATE_KEY -> new RotateKey(nonce(m), m.longIn("time", 0, WireLimits.MAX_TIME_MICROS));
            case SOURCE -> new Source(m.oneOf("state", SourceState.class), m.optionalString("detail", 64));
            case STREAM ->
                new Stream(
                        m.oneOf("state", StreamState.class),
                        m.optionalLongIn("last_capture", 0, WireLimits.MAX_TIME_MICROS));
            case TIME_REPLY -> new TimeReply(m.micros("t0"), m.micros("t1"), m.micros("t2"));
            case TIME_REQUEST -> new TimeRequest(m.micros("t0"));
            case TRACKS -> new Tracks(m.u32("epoch"), TrackCodec.read(m));
            case VIEWERS -> new Viewers(m.intIn("count", 0, MAX_COUNT));
            case WATCH ->
                new Watch(
                        m.string("camera"),
                        m.optionalString("key", MAX_KEY),
                        m.optionalString("person", 1024),
                        m.optionalLongIn("chat_since", 0, WireLimits.MAX_TIME_MICROS));
            case WELCOME ->
                new Welcome(
                        m.string("camera"),
                        m.string("title"),
                        m.string("relay"),
                        m.string("person"),
                        m.string("name"),
                        m.oneOf("role", ChatRole.class),
                        m.string("token"));
        };
    }

    private static Chat chat(Members m) throws ProtocolException {
        return new Chat(
                seq(m, "seq"),
                m.micros("time"),
                m.string("person"),
                m.string("name"),
                text(m),
                m.has("badge") ? Optional.of(m.oneOf("badge", Badge.class)) : Optional.empty());
    }

    private static Set<Integer> trackIds(Members m) throws ProtocolException {
        Set<Integer> ids = new HashSet<>();
        for (long id : m.longs("tracks", WireLimits.MAX_TRACKS, 0, 255)) {
            ids.add((int) id);
        }
        return ids;
    }

    private static byte[] nonce(Members m) throws ProtocolException {
        byte[] nonce = m.bytes("nonce", 32);
        if (nonce.length != 32) {
            throw new ProtocolException(CloseReason.PROTOCOL_ERROR, "\"nonce\" must be 32 bytes");
        }
        return nonce;
    }

    private static long seq(Members m, String name) throws ProtocolException {
        return m.longIn(name, 0, WireLimits.MAX_TIME_MICROS);
    }

    private static String text(Members m) throws ProtocolException {
        return m.string("text", WireLimits.MAX_CONTROL_BYTES);
    }

    private static Refusal refusal(Members m) throws ProtocolException {
        return m.oneOf("reason", Refusal.class);
    }

    private static String approvalCode(Members m) throws ProtocolException {
        return Optional.of(m.string("code"))
                .filter(ApprovalCode::isValid)
                .orElseThrow(() -> new ProtocolException(
                        CloseReason.PROTOCOL_ERROR, "\"code\" must be 8 of " + ApprovalCode.ALPHABET));
    }

    private static String clientId(Members m) throws ProtocolException {
        return Optional.of(m.string("client_id"))
                .filter(id -> CLIENT_ID.matcher(id).matches())
                .orElseThrow(() -> new ProtocolException(
                        CloseReason.PROTOCOL_ERROR, "\"client_id\" must be 8 to 64 of [A-Za-z0-9_-]"));
    }
}
