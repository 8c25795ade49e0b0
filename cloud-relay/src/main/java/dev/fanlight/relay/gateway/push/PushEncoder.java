package dev.fanlight.relay.gateway.push;

import dev.fanlight.media.amf.AmfValue;
import dev.fanlight.media.amf.AmfWriter;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.flv.FlvFraming;
import dev.fanlight.media.flv.FlvStreamReader;
import dev.fanlight.media.flv.FlvTag;
import dev.fanlight.media.flv.FlvTagType;
import dev.fanlight.protocol.rtmp.RtmpMessage;
import dev.fanlight.protocol.rtmp.RtmpType;
import dev.fanlight.relay.child.ChildEnd;
import dev.fanlight.relay.child.ChildListener;
import dev.fanlight.relay.child.ChildTask;
import dev.fanlight.relay.child.FfmpegChild;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.child.PipedInput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A child that encodes what is pushed anew. It sees its pipes only: the connection to the target stays here. Event loop only.
 */
final class PushEncoder implements PushOutput {

    private static final String PURPOSE = "push";
    private static final int KEY_FRAME_SECONDS = 2;

    private final FfmpegChild child;
    private boolean begun;
    private boolean closed;

    private PushEncoder(FfmpegChild child) {
        this.child = child;
    }

    /** What becomes of it. */
    interface Listener {

        /** It takes more again. */
        void drained();

        /** It is gone, and was not closed. */
        void closed(String reason);
    }

    /**
     * Starts one; empty when there are too many.
     *
     * @param to takes what it makes
     * @param executor the event loop
     */
    static Optional<PushEncoder> start(
            FfmpegChildren children,
            PushConfig config,
            int streamId,
            Consumer<RtmpMessage> to,
            Listener listener,
            Executor executor) {
        Output output = new Output(streamId, to, listener);
        ChildTask task = new ChildTask(PURPOSE, config.camera(), arguments(config));
        return children.start(task, output, executor).map(PushEncoder::new);
    }

    @Override
    public void send(RtmpMessage message) {
        Optional<FlvTagType> type = FlvTagType.of(message.type().code()).filter(known -> known != FlvTagType.SCRIPT);
        if (type.isEmpty() || closed) {
            return;
        }
        if (!begun) {
            begun = true;
            child.write(FlvFraming.streamHeader(false, true));
        }
        byte[] body = new byte[message.body().remaining()];
        message.body().duplicate().get(body);
        child.write(FlvFraming.tag(type.get(), message.timestamp(), body));
    }

    @Override
    public boolean isFull() {
        return child.isFull();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            child.close();
        }
    }

    private static List<String> arguments(PushConfig config) {
        List<String> all = new ArrayList<>(List.of("-map", "0:v:0"));
        all.addAll(config.video().map(PushEncoder::videoArguments).orElse(List.of("-c:v", "copy")));
        all.addAll(
                switch (config.sound()) {
                    case COPY, AAC -> List.of("-map", "0:a:0?", "-c:a", "aac", "-b:a", "96k");
                    case SILENCE -> List.of("-map", "0:a:0?", "-c:a", "copy");
                    case NONE -> List.of();
                });
        all.addAll(List.of(
                "-f", "flv", "-flvflags", "no_sequence_end+no_duration_filesize", "-flush_packets", "1", "pipe:1"));
        return PipedInput.of("flv", all);
    }

    private static List<String> videoArguments(PushVideo video) {
        String size = video.width() + ":" + video.height();
        return List.of(
                "-vf",
                "scale=" + size + ":force_original_aspect_ratio=decrease:force_divisible_by=2,pad=" + size
                        + ":(ow-iw)/2:(oh-ih)/2,setsar=1,fps=" + video.fps(),
                "-c:v",
                "libopenh264",
                "-pix_fmt",
                "yuv420p",
                "-b:v",
                "" + video.bitRate(),
                "-g",
                "" + video.fps() * KEY_FRAME_SECONDS);
    }

    /** What it makes, on the event loop. */
    private static final class Output implements ChildListener {

        private final FlvStreamReader reader = new FlvStreamReader();
        private final int streamId;
        private final Consumer<RtmpMessage> to;
        private final Listener listener;

        Output(int streamId, Consumer<RtmpMessage> to, Listener listener) {
            this.streamId = streamId;
            this.to = to;
            this.listener = listener;
        }

        @Override
        public void output(byte[] bytes) {
            try {
                reader.read(ByteBuffer.wrap(bytes)).forEach(tag -> to.accept(message(tag)));
            } catch (BitstreamException e) {
                listener.closed("the encoder failed");
            }
        }

        @Override
        public void drained() {
            listener.drained();
        }

        @Override
        public void ended(ChildEnd end) {
            if (end.cause() != ChildEnd.Cause.CLOSED) {
                listener.closed("the encoder failed");
            }
        }

        private RtmpMessage message(FlvTag tag) {
            return switch (tag.type()) {
                case AUDIO -> new RtmpMessage(RtmpType.AUDIO, streamId, tag.timestampMillis(), tag.body());
                case VIDEO -> new RtmpMessage(RtmpType.VIDEO, streamId, tag.timestampMillis(), tag.body());
                case SCRIPT -> metadata(tag.body());
            };
        }

        private RtmpMessage metadata(ByteBuffer body) {
            ByteBuffer name = AmfWriter.write(List.of(AmfValue.of("@setDataFrame")));
            ByteBuffer all = ByteBuffer.allocate(name.remaining() + body.remaining())
                    .put(name)
                    .put(body.duplicate())
                    .flip();
            return RtmpMessage.of(RtmpType.DATA, streamId, all);
        }
    }
}
