package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.RunMode;
import dev.fanlight.agent.onsite.Availability;
import dev.fanlight.agent.onsite.OnSiteLoop;
import dev.fanlight.agent.onsite.WatchSignals;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.media.SendPlan;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * One camera from its source to its socket. Owns the threads “on-site”, “capture” and “encode”; the event loop is shared. Thread safe.
 */
final class CameraPipeline implements AutoCloseable {

    private final UplinkSession uplink;
    private final Pipeline pipeline;
    private final LoopRunner onSite;

    private CameraPipeline(UplinkSession uplink, Pipeline pipeline, LoopRunner onSite) {
        this.uplink = uplink;
        this.pipeline = pipeline;
        this.onSite = onSite;
    }

    /** The whole chain, source to socket, in one place. */
    static CameraPipeline start(EventLoop loop, AgentBuilder.Plan plan, AgentEvents events) {
        CameraSettings camera = plan.camera();
        MediaClock clock = MediaClock.system();
        PipelineControl control = new PipelineControl(camera, NanoClock.SYSTEM);
        UplinkClocks clocks = new UplinkClocks(NanoClock.SYSTEM, clock, InstantSource.system(), new SecureRandom());
        UplinkSession uplink = new UplinkSession(
                loop,
                plan.keys(),
                AgentVersion.text(),
                plan.network(),
                plan.timeouts().connection(),
                new SendPlan.Range(camera.encoding().bitRate(), camera.low().bitRate()),
                control,
                events,
                clocks);
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(camera, plan.timeouts().camera(), clock, control::isSmall),
                ConfiguredEncoders.of(camera),
                plan.frames(),
                new SourceReport(uplink, events, camera.run().mode() != RunMode.ALWAYS),
                uplink.sink());
        OnSiteLoop onSite = onSite(plan, control, uplink, events);
        onSite.lookFirst();
        Pipeline pipeline =
                Pipeline.start(camera.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, events::broken);
        uplink.start();
        return new CameraPipeline(uplink, pipeline, LoopRunner.start(onSite, events::broken));
    }

    private static OnSiteLoop onSite(
            AgentBuilder.Plan plan, PipelineControl control, UplinkSession uplink, AgentEvents events) {
        CameraSettings camera = plan.camera();
        return new OnSiteLoop(
                new Availability(plan.pauses(), camera.run(), InstantSource.system()),
                pause -> {
                    control.pause(pause.isPresent());
                    uplink.pause(pause);
                    events.paused(pause);
                },
                control::viewerCount,
                WatchSignals.of(camera.onSite(), plan.keys().current().camera(), NanoClock.SYSTEM, events::notice),
                Sleeper.SYSTEM);
    }

    long droppedFrames() {
        return pipeline.droppedFrames();
    }

    /** Releases the camera and ends the connection; waits for that, at most 15 s. */
    @Override
    public void close() {
        try {
            onSite.close();
            pipeline.close();
        } finally {
            uplink.close();
        }
    }
}
