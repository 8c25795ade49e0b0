package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.MediaTee;
import dev.fanlight.agent.media.SharedControl;
import dev.fanlight.agent.pipeline.CameraDemand;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.pipeline.SourceListener;
import dev.fanlight.agent.preview.PreviewServer;
import dev.fanlight.agent.preview.stream.LocalStream;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One camera from its source to its socket. Owns the threads “capture” and “encode”; the event loop is shared. Thread safe. */
final class CameraPipeline implements AutoCloseable {

    private final UplinkSession uplink;
    private final Pipeline pipeline;

    private CameraPipeline(UplinkSession uplink, Pipeline pipeline) {
        this.uplink = uplink;
        this.pipeline = pipeline;
    }

    /**
     * The whole chain, source to socket, in one place.
     *
     * @param clock of capture times
     * @param preview shows the camera on the local network too
     */
    static CameraPipeline start(
            EventLoop loop,
            AgentBuilder.Plan plan,
            AgentEvents events,
            MediaClock clock,
            Optional<PreviewServer> preview) {
        CameraSettings camera = plan.camera();
        PipelineControl control = new PipelineControl(camera, NanoClock.SYSTEM);
        SharedControl shared = new SharedControl(control);
        RelayControl relay =
                new RelayControl(shared.port(), new CameraDemand(camera.run(), camera.linger(), NanoClock.SYSTEM));
        UplinkClocks clocks = new UplinkClocks(NanoClock.SYSTEM, clock, InstantSource.system(), new SecureRandom());
        UplinkSession uplink = new UplinkSession(
                loop,
                plan.keys(),
                AgentVersion.text(),
                plan.network(),
                plan.timeouts().connection(),
                camera.encoding().bitRate(),
                relay,
                events,
                clocks);
        Output output = preview.map(server -> shown(server, shared, relay, uplink, plan, events))
                .orElseGet(() -> new Output(uplink.sink(), new SourceReport(uplink::source, events)));
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(camera, plan.timeouts().camera(), clock),
                ConfiguredEncoders.of(camera),
                plan.frames(),
                output.report(),
                plan.media()
                        .<MediaSink>map(media -> new MediaTee(List.of(media, output.sink())))
                        .orElse(output.sink()));
        Pipeline pipeline =
                Pipeline.start(camera.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, events::broken);
        uplink.start();
        return new CameraPipeline(uplink, pipeline);
    }

    /** Where frames and states go. */
    private record Output(MediaSink sink, SourceListener report) {}

    /** To the local network and, as far as the relay needs it, to the uplink; that takes the payload with it, so it comes last. */
    private static Output shown(
            PreviewServer server,
            SharedControl shared,
            RelayControl relay,
            UplinkSession uplink,
            AgentBuilder.Plan plan,
            AgentEvents events) {
        LocalStream local = new LocalStream(shared.port(), new SecureRandom().nextLong());
        server.show(plan.keys().current().camera(), local);
        RelayGate gate = new RelayGate(uplink.sink(), uplink::source, relay.camera(), relay.demand());
        return new Output(
                new MediaTee(List.of(local, gate)), new LocalReport(local, new SourceReport(gate::source, events)));
    }

    long droppedFrames() {
        return pipeline.droppedFrames();
    }

    /** Releases the camera and ends the connection; waits for that, at most 15 s. */
    @Override
    public void close() {
        try {
            pipeline.close();
        } finally {
            uplink.close();
        }
    }
}
