package dev.fanlight.agent;

import dev.fanlight.agent.audio.AudioOpener;
import dev.fanlight.agent.audio.javacv.AlsaDevice;
import dev.fanlight.agent.config.AudioInput;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.pipeline.Pipeline;
import dev.fanlight.agent.pipeline.PipelineControl;
import dev.fanlight.agent.uplink.connection.UplinkClocks;
import dev.fanlight.agent.uplink.connection.UplinkSession;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** One camera from its source to its socket. Owns the threads “capture”, “encode” and “audio”; the event loop is shared. Thread safe. */
final class CameraPipeline implements AutoCloseable {

    private final UplinkSession uplink;
    private final Pipeline pipeline;

    private CameraPipeline(UplinkSession uplink, Pipeline pipeline) {
        this.uplink = uplink;
        this.pipeline = pipeline;
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
                camera.encoding().bitRate(),
                control,
                events,
                clocks);
        Pipeline.Stages stages = new Pipeline.Stages(
                ConfiguredSource.of(camera, plan.timeouts().camera(), clock),
                microphone(camera.audio(), clock),
                ConfiguredEncoders.of(camera),
                plan.frames(),
                new SourceReport(uplink, events),
                uplink.sink());
        Pipeline pipeline =
                Pipeline.start(camera.queue(), control, stages, NanoClock.SYSTEM, Sleeper.SYSTEM, events::broken);
        uplink.start();
        return new CameraPipeline(uplink, pipeline);
    }

    private static Optional<AudioOpener> microphone(AudioSettings audio, MediaClock clock) {
        return audio.input() instanceof AudioInput.Device device
                ? Optional.of(() -> AlsaDevice.open(device.name(), audio, clock, Sleeper.SYSTEM))
                : Optional.empty();
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
