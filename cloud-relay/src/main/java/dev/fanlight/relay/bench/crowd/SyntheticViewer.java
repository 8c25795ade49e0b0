package dev.fanlight.relay.bench.crowd;

import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One viewer: asks, watches, acknowledges, and looks at order, completeness and age of what comes. Event loop only. */
final class SyntheticViewer extends ChannelInboundHandlerAdapter implements FrameSink {

    private static final int WORDS_BYTES = 160;
    private static final int NO_STATUS = 1005;

    private final Channel channel;
    private final ViewerTarget target;
    private final CrowdLoop loop;
    private final JoinGate gate;
    private final Attention attention;
    private final UpgradeAnswer upgrade = new UpgradeAnswer();
    private final FrameReader frames = new FrameReader(this);
    private final ChatFlood talk;
    private final ArrivalCheck check = new ArrivalCheck();
    private final KeptBytes kept = new KeptBytes();
    private ViewerPhase phase = ViewerPhase.UPGRADING;
    private JoinRefusal farewell;
    private long arrived; // on our clock
    private int opcode;
    private int size;

    SyntheticViewer(Channel channel, ViewerTarget target, CrowdLoop loop, JoinGate gate, Attention attention) {
        this.channel = channel;
        this.target = target;
        this.loop = loop;
        this.gate = gate;
        this.attention = attention;
        this.talk = attention.isWhole() ? ChatFlood.ofClockSetter() : ChatFlood.ofPlayer();
        this.farewell = JoinRefusal.silence(target.tls().isPresent());
    }

    /** Counts this viewer at the end of a window if nothing new has come for long. */
    void lookBack() {
        if (phase == ViewerPhase.WATCHING && check.isBehind(loop.onCaptureClock(loop.micros()))) {
            loop.tally().countBehind();
        }
    }

    /** Leaves without being counted as gone. */
    void leave() {
        phase = ViewerPhase.GONE;
        var unused = channel.close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        loop.add(this);
        write(UpgradeAnswer.request(target));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            arrived = loop.micros();
            if (phase == ViewerPhase.UPGRADING && upgrade.isComplete(in)) {
                enter();
            }
            if (phase != ViewerPhase.UPGRADING && phase != ViewerPhase.GONE) {
                frames.read(in);
            }
        } finally {
            in.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        loop.remove(this);
        if (phase == ViewerPhase.WATCHING) {
            loop.tally().countGone();
            gate.left();
        } else if (phase != ViewerPhase.GONE) {
            gate.refused(farewell);
        }
        phase = ViewerPhase.GONE;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        farewell = JoinRefusal.unreachable(cause);
        var unused = channel.close();
    }

    @Override
    public void begin(int itsOpcode, long length) {
        opcode = itsOpcode;
        size = (int) Math.min(length, WireLimits.MAX_MEDIA_BYTES + 1L);
        if (size > WireLimits.MAX_MEDIA_BYTES) {
            damaged();
        } else if (opcode == FrameReader.BINARY && !attention.isWhole()) {
            kept.begin(Math.min(size, MediaCodec.HEADER_BYTES));
        } else {
            boolean isWanted = attention.isWhole() || opcode >= FrameReader.CLOSE;
            kept.begin(isWanted ? size : 0);
        }
    }

    @Override
    public void part(ByteBuf in, int index, int length) {
        kept.add(in, index, length);
    }

    @Override
    public void end() {
        ByteBuffer message = kept.whole();
        switch (opcode) {
            case FrameReader.BINARY -> media(message);
            case FrameReader.TEXT -> text(message);
            case FrameReader.PING -> write(ClientFrames.pong(message));
            case FrameReader.CLOSE -> closed(message);
            default -> damaged();
        }
    }

    private void enter() {
        if (!upgrade.isGood()) {
            farewell = JoinRefusal.answered(upgrade.refusal());
            var unused = channel.close();
            return;
        }
        phase = ViewerPhase.ENTERING;
        farewell = JoinRefusal.closed(NO_STATUS);
        ByteBuf watch = channel.alloc().buffer(WORDS_BYTES);
        ClientFrames.text(watch, MessageEncoder.encode(target.watch()));
        write(watch);
    }

    /** The first is the relay's welcome; before that it takes nothing from a player but the wish to watch. */
    private void text(ByteBuffer message) {
        countIfBad(attention.isGoodText(message, arrived));
        if (phase == ViewerPhase.ENTERING) {
            phase = ViewerPhase.ADMITTED;
            keepTalking();
        }
    }

    private void media(ByteBuffer message) {
        if (message.remaining() < MediaCodec.HEADER_BYTES) {
            damaged();
            return;
        }
        check.arrived(message, size, loop.onCaptureClock(arrived), loop.tally());
        countIfBad(attention.isGoodMedia(message));
        if (phase != ViewerPhase.WATCHING) {
            phase = ViewerPhase.WATCHING;
            gate.joined();
        }
        if (talk.picture(check.newestCapture(), arrived)) {
            say();
        }
    }

    /** From a moment of its own on, so that not all speak at once. */
    private void keepTalking() {
        long first = loop.nextTurn() % ChatFlood.TURN_MILLIS;
        ScheduledFuture<?> turns = channel.eventLoop()
                .scheduleAtFixedRate(this::turn, first, ChatFlood.TURN_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> turns.cancel(false));
    }

    private void turn() {
        if (talk.turn(loop.micros())) {
            say();
        }
    }

    private void say() {
        ByteBuf words = channel.alloc().buffer(WORDS_BYTES);
        if (talk.asks()) {
            ClientFrames.text(words, MessageEncoder.encode(new TimeRequest(loop.micros())));
        }
        talk.asked();
        check.ack().ifPresent(ack -> {
            ClientFrames.text(words, MessageEncoder.encode(ack));
            talk.acknowledged(loop.micros());
        });
        if (words.isReadable()) {
            write(words);
        } else {
            words.release();
        }
    }

    private void closed(ByteBuffer message) {
        farewell = JoinRefusal.closed(
                message.remaining() < Short.BYTES ? NO_STATUS : Short.toUnsignedInt(message.getShort()));
        var unused = channel.close();
    }

    private void countIfBad(boolean isGood) {
        if (!isGood) {
            loop.tally().countDamaged();
        }
    }

    private void damaged() {
        loop.tally().countDamaged();
        var unused = channel.close();
    }

    private void write(ByteBuf bytes) {
        var unused = channel.writeAndFlush(bytes, channel.voidPromise());
    }
}
