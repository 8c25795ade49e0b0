package dev.fanlight.relay.gateway.ts;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.relay.child.ChildEnd;
import dev.fanlight.relay.child.ChildListener;
import dev.fanlight.relay.child.ChildTask;
import dev.fanlight.relay.child.FfmpegChild;
import dev.fanlight.relay.child.FfmpegChildren;
import dev.fanlight.relay.child.PipedInput;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A child that makes MPEG-TS of FLV: the video as it is, the sound as it is or as AAC. Confined to its executor. */
public final class TsMuxer {

    private final FfmpegChild child;
    private boolean closed;

    private TsMuxer(FfmpegChild child) {
        this.child = child;
    }

    /** What becomes of it. Called on its executor. */
    public interface Listener {

        /** The next packets. */
        void media(TsPiece piece);

        /** It takes more again. */
        void drained();

        /** It is gone, and was not closed. */
        void failed(String reason);
    }

    /**
     * Starts one; empty when there are too many children.
     *
     * @param purpose a word for the names of threads
     * @param encodesSound whether the sound becomes AAC, because MPEG-TS cannot carry it or few players know it there
     */
    public static Optional<TsMuxer> start(
            FfmpegChildren children,
            String purpose,
            CameraName camera,
            boolean encodesSound,
            Listener listener,
            Executor executor) {
        ChildTask task = new ChildTask(purpose, camera, arguments(encodesSound));
        return children.start(task, new Output(listener), executor).map(TsMuxer::new);
    }

    /** Takes FLV, at first with its header; false when it is not taken, because too much waits. */
    public boolean write(byte[] flv) {
        return closed || child.write(flv);
    }

    /** Whether more waits than should. */
    public boolean isFull() {
        return child.isFull();
    }

    /** Ends it; does nothing the second time. */
    public void close() {
        if (!closed) {
            closed = true;
            child.close();
        }
    }

    /**
     * Times without the 1.4 s that FFmpeg puts in front, packets of sound that do not wait for others, and video that waits for sound no longer than
     * 200 ms.
     */
    static List<String> arguments(boolean encodesSound) {
        return PipedInput.of(
                "flv",
                List.of(
                        "-map",
                        "0:v:0",
                        "-map",
                        "0:a:0?",
                        "-c:v",
                        "copy",
                        "-c:a",
                        encodesSound ? "aac" : "copy",
                        "-max_interleave_delta",
                        "200000",
                        "-muxdelay",
                        "0",
                        "-muxpreload",
                        "0",
                        "-f",
                        "mpegts",
                        "-mpegts_start_pid",
                        "" + TsAligner.VIDEO_PID,
                        "-mpegts_pmt_start_pid",
                        "" + TsAligner.PMT_PID,
                        "-pes_payload_size",
                        "0",
                        "-flush_packets",
                        "1",
                        "pipe:1"));
    }

    /** What it makes. */
    private static final class Output implements ChildListener {

        private final TsAligner aligner = new TsAligner();
        private final Listener listener;

        Output(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void output(byte[] bytes) {
            try {
                aligner.take(bytes).forEach(listener::media);
            } catch (BitstreamException e) {
                listener.failed("the muxer failed");
            }
        }

        @Override
        public void drained() {
            listener.drained();
        }

        @Override
        public void ended(ChildEnd end) {
            if (end.cause() != ChildEnd.Cause.CLOSED) {
                listener.failed("the muxer failed");
            }
        }
    }
}
