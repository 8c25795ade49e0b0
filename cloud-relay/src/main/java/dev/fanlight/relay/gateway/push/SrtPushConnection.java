package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.ts.TsMuxer;
import dev.fanlight.relay.gateway.ts.TsPiece;
import dev.fanlight.relay.srt.SrtConnection;
import dev.fanlight.relay.srt.SrtGroup;
import dev.fanlight.relay.srt.SrtListener;
import dev.fanlight.relay.srt.SrtServer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** One connection to a target by SRT: what is sent becomes MPEG-TS in a child. Event loop only, but for the methods of {@link SrtListener}. */
final class SrtPushConnection implements PushLink, SrtListener, TsMuxer.Listener {

    /** What may wait for the first frame, which says which codecs there are. */
    private static final int MAX_WAITING = 64;

    private static final int ENHANCED = 0x80;
    private static final int PACKET_TYPE = 0x0F;
    private static final int CODEC = 0xF0;
    private static final int AAC = 0xA0;

    private final PushConfig config;
    private final GatewayContext relay;
    private final Executor loop;
    private final Listener listener;
    private final SrtGroup group;
    private final List<RtmpMessage> waiting = new ArrayList<>();
    private Optional<SrtConnection> connection = Optional.empty();
    private Optional<TsMuxer> muxer = Optional.empty();
    private boolean closed;

    private SrtPushConnection(PushConfig config, GatewayContext relay, Executor loop, Listener listener) {
        this.config = config;
        this.relay = relay;
        this.loop = loop;
        this.listener = listener;
        this.group = relay.srt().group();
    }

    /** Calls a server. */
    static SrtPushConnection start(
            PushConfig config, SrtServer server, GatewayContext relay, Executor loop, Listener listener) {
        SrtPushConnection link = new SrtPushConnection(config, relay, loop, listener);
        link.connection = relay.srt().call(server, link);
        if (link.connection.isEmpty()) {
            loop.execute(() -> link.end("there is no SRT at this relay now"));
        }
        return link;
    }

    @Override
    public void opened() {
        loop.execute(() -> {
            if (!closed) {
                connection.ifPresent(its -> its.join(group));
                listener.accepted(this, 0);
            }
        });
    }

    @Override
    public void closed(String reason) {
        loop.execute(() -> end(reason));
    }

    @Override
    public void send(RtmpMessage message) {
        if (closed || FlvTagType.of(message.type().code()).isEmpty()) {
            return;
        }
        if (isHead(message) && message.type() == RtmpType.VIDEO) {
            // Other parameter sets: a muxer keeps to those that it began with.
            muxer.ifPresent(TsMuxer::close);
            muxer = Optional.empty();
        }
        if (muxer.isPresent()) {
            write(message);
            return;
        }
        waiting.add(message);
        if (message.type() == RtmpType.VIDEO && !isHead(message)) {
            begin();
        } else if (waiting.size() > MAX_WAITING) {
            end("there is no video to send");
        }
    }

    @Override
    public boolean isFull() {
        return muxer.filter(TsMuxer::isFull).isPresent();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            muxer.ifPresent(TsMuxer::close);
            connection.ifPresent(SrtConnection::close);
        }
    }

    @Override
    public void media(TsPiece piece) {
        if (!closed) {
            group.send(piece.begins(), piece.packets());
            listener.sent(piece.packets().remaining());
        }
    }

    @Override
    public void drained() {
        listener.drained();
    }

    @Override
    public void failed(String reason) {
        end(reason);
    }

    private void begin() {
        List<RtmpMessage> sounds = waiting.stream()
                .filter(message -> message.type() == RtmpType.AUDIO)
                .toList();
        boolean isAac = sounds.stream().allMatch(message -> (first(message) & CODEC) == AAC);
        muxer = TsMuxer.start(relay.children(), "push-srt", config.camera(), !isAac, this, loop);
        if (muxer.isEmpty()) {
            end("there are too many FFmpeg processes");
            return;
        }
        muxer.get().write(FlvFraming.streamHeader(!sounds.isEmpty(), true));
        waiting.forEach(this::write);
        waiting.clear();
    }

    private void write(RtmpMessage message) {
        FlvTagType type = FlvTagType.of(message.type().code()).orElseThrow();
        byte[] body = new byte[message.body().remaining()];
        message.body().duplicate().get(body);
        if (muxer.isPresent() && !muxer.get().write(FlvFraming.tag(type, message.timestamp(), body))) {
            end("the muxer takes nothing");
        }
    }

    private void end(String reason) {
        if (!closed) {
            close();
            listener.closed(reason);
        }
    }

    /** Whether it holds parameter sets and no frame: packet type 0 in both forms. */
    private static boolean isHead(RtmpMessage message) {
        ByteBuffer body = message.body();
        if (body.remaining() < 2) {
            return false;
        }
        int first = first(message);
        boolean enhanced = message.type() == RtmpType.VIDEO && (first & ENHANCED) != 0;
        return (enhanced ? first & PACKET_TYPE : body.get(body.position() + 1)) == 0;
    }

    private static int first(RtmpMessage message) {
        ByteBuffer body = message.body();
        return body.hasRemaining() ? body.get(body.position()) & 0xFF : 0;
    }
}
