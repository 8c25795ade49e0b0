package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.agent.pipeline.FrameListener;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A camera that streams to its relay: the library behind {@code fanlight-agent run}. Owns the threads “capture” and “encode”
 * and one event loop. Thread safe.
 *
 * <pre>{@code
 * FanlightAgent agent = FanlightAgent.builder()
 *         .state(Path.of("/var/lib/fanlight-agent"))
 *         .source("test")
 *         .frameListener(frame -> look(frame.data()))
 *         .build()
 *         .start();
 * }</pre>
 */
public final class FanlightAgent implements AutoCloseable {

    private final EventLoop loop;
    private final UplinkSession uplink;
    private final Pipeline pipeline;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FanlightAgent(EventLoop loop, UplinkSession uplink, Pipeline pipeline) {
        this.loop = loop;
        this.uplink = uplink;
        this.pipeline = pipeline;
    }

    /** Begins one. */
    public static AgentBuilder builder() {
        return new AgentBuilder();
    }

    /** The whole chain, source to socket, in one place. */
    static FanlightAgent start(
            KeyRing keys,
            CameraSettings camera,
            NetworkSettings network,
            FrameListener frames,
            AgentListener listener,
            boolean nativeWarnings) {
        NativeLibraries.load(nativeWarnings);
        MediaClock clock = MediaClock.system();
        EventLoop loop = new EventLoop();
        PipelineControl control = new PipelineControl(camera, NanoClock.SYSTEM);
        AgentEvents events = new AgentEvents(listener);
        UplinkClocks clocks = new UplinkClocks(NanoClock.SYSTEM, clock, new SecureRandom());
        UplinkSession uplink = new UplinkSession(
                loop, keys, AgentVersion.text(), network, camera.encoding().bitRate(), control, events, clocks);
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(camera, clock),
                ConfiguredEncoders.of(camera),
                frames,
                new SourceReport(uplink, events),
                uplink.sink());
        Pipeline pipeline =
                Pipeline.start(camera.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, events::broken);
        uplink.start();
        return new FanlightAgent(loop, uplink, pipeline);
    }

    /** How many captured pictures the encoder had no time for. */
    public long droppedFrames() {
        return pipeline.droppedFrames();
    }

    /** Releases the camera, says good-bye to the relay, ends all threads; waits for it, at most some seconds. Once is enough. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            pipeline.close();
            uplink.close();
            loop.close();
        }
    }
}
