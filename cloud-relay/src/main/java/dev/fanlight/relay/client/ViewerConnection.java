package dev.fanlight.relay.client;

import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.WireLimits;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.protocol.codec.MessageEncoder;
import dev.fanlight.runtime.MediaClock;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One viewer’s connection to a relay ({@code docs/protocol.md} §3): upgrades, asks to watch, answers pings, sends time requests and
 * acknowledgements when its {@link AckSchedule} says so, and passes on what arrives. The last handler of a channel’s pipeline, behind TLS
 * if there is any. Holds at most one media message. Event loop only.
 */
public final class ViewerConnection extends ChannelInboundHandlerAdapter {

    private static final int CONTROL_BYTES = 160;
    private static final int NO_STATUS = 1005;

    private enum Phase {
        UPGRADING,
        JOINING,
        ADMITTED,
        CLOSED
    }

    private final Channel channel;
    private final ViewerTarget target;
    private final MediaClock clock;
    private final AckSchedule schedule;
    private final long firstTurnMillis;
    private final ViewerListener listener;
    private final WebSocketUpgrade upgrade = new WebSocketUpgrade();
    private final FrameReader frames = new FrameReader(new Messages());
    private final NewestUnit newest = new NewestUnit();
    private Phase phase = Phase.UPGRADING;
    private CloseCause cause = new CloseCause.NoAnswer();
    private long arrivedMicros;

    /**
     * A connection that starts when the channel becomes active.
     *
     * @param clock for arrivals and time requests
     * @param firstTurnMillis after admission until the schedule’s first turn: spreads the turns of many viewers
     * @param listener receives what arrives
     */
    public ViewerConnection(
            Channel channel,
            ViewerTarget target,
            MediaClock clock,
            AckSchedule schedule,
            long firstTurnMillis,
            ViewerListener listener) {
        this.channel = channel;
        this.target = target;
        this.clock = clock;
        this.schedule = schedule;
        this.firstTurnMillis = firstTurnMillis;
        this.listener = listener;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        listener.onOpen();
        write(WebSocketUpgrade.request(target));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            arrivedMicros = clock.micros();
            if (phase == Phase.UPGRADING && upgrade.isComplete(in)) {
                onUpgradeAnswer();
            }
            if (phase == Phase.JOINING || phase == Phase.ADMITTED) {
                frames.read(in);
            }
        } finally {
            in.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        phase = Phase.CLOSED;
        listener.onClose(cause);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        close(new CloseCause.Failed(error));
    }

    private void onUpgradeAnswer() {
        if (!upgrade.isAccepted()) {
            close(new CloseCause.UpgradeRejected(upgrade.statusLine()));
            return;
        }
        phase = Phase.JOINING;
        cause = new CloseCause.Closed(NO_STATUS);
        ByteBuf watch = channel.alloc().buffer(CONTROL_BYTES);
        ClientFrames.text(watch, MessageEncoder.encode(target.watch()));
        write(watch);
    }

    /** The first is the relay’s welcome; until then it accepts nothing but {@code watch}. */
    private void onText(ByteBuffer json) {
        listener.onText(json, arrivedMicros);
        if (phase == Phase.JOINING) {
            phase = Phase.ADMITTED;
            scheduleTurns();
        }
    }

    private void onMedia(ByteBuffer message, int bytes) {
        if (message.remaining() < MediaCodec.HEADER_BYTES) {
            onViolation();
            return;
        }
        newest.arrived(message);
        listener.onMedia(message, bytes, arrivedMicros);
        if (schedule.unitArrived(newest.captureMicros(), arrivedMicros)) {
            report();
        }
    }

    private void scheduleTurns() {
        ScheduledFuture<?> turns = channel.eventLoop()
                .scheduleAtFixedRate(this::turn, firstTurnMillis, AckSchedule.TURN_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> turns.cancel(false));
    }

    private void turn() {
        if (schedule.turn(clock.micros())) {
            report();
        }
    }

    private void report() {
        ByteBuf report = channel.alloc().buffer(CONTROL_BYTES);
        if (schedule.isTimeRequestDue()) {
            ClientFrames.text(report, MessageEncoder.encode(new TimeRequest(clock.micros())));
        }
        schedule.reported();
        newest.ack().ifPresent(ack -> {
            ClientFrames.text(report, MessageEncoder.encode(ack));
            schedule.acknowledged(clock.micros());
        });
        if (report.isReadable()) {
            write(report);
        } else {
            report.release();
        }
    }

    private void onViolation() {
        listener.onViolation();
        var unused = channel.close();
    }

    private void close(CloseCause why) {
        cause = why;
        var unused = channel.close();
    }

    private void write(ByteBuf bytes) {
        var unused = channel.writeAndFlush(bytes, channel.voidPromise());
    }

    /** Joins the parts of each frame; the relay sends every message in one frame. */
    private final class Messages implements FrameSink {

        private final MessagePrefix prefix = new MessagePrefix();
        private int opcode;
        private int bytes;

        @Override
        public void begin(int frameOpcode, long length) {
            opcode = frameOpcode;
            bytes = (int) Math.min(length, WireLimits.MAX_MEDIA_BYTES + 1L);
            boolean isWhole = opcode >= FrameReader.CLOSE || listener.wantsWholeMessages();
            if (bytes > WireLimits.MAX_MEDIA_BYTES) {
                onViolation();
            } else if (isWhole) {
                prefix.begin(bytes);
            } else {
                prefix.begin(opcode == FrameReader.BINARY ? Math.min(bytes, MediaCodec.HEADER_BYTES) : 0);
            }
        }

        @Override
        public void part(ByteBuf in, int index, int length) {
            prefix.add(in, index, length);
        }

        @Override
        public void end() {
            ByteBuffer message = prefix.bytes();
            switch (opcode) {
                case FrameReader.BINARY -> onMedia(message, bytes);
                case FrameReader.TEXT -> onText(message);
                case FrameReader.PING -> write(ClientFrames.pong(message));
                case FrameReader.CLOSE -> close(new CloseCause.Closed(closeCode(message)));
                default -> onViolation();
            }
        }

        private static int closeCode(ByteBuffer message) {
            return message.remaining() < Short.BYTES ? NO_STATUS : Short.toUnsignedInt(message.getShort());
        }
    }
}
