package dev.fanlight.agent;

import dev.fanlight.agent.audio.AudioEncoderOpener;
import dev.fanlight.agent.audio.javacv.OpusEncoder;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.Credentials;
import dev.fanlight.agent.config.MountSettings;
import dev.fanlight.agent.config.ProgramFolders;
import dev.fanlight.agent.config.SourceScheme;
import dev.fanlight.agent.config.SourceSpec;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.TurnedSource;
import dev.fanlight.agent.javacv.live.LiveVideoContext;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.OnvifResolver;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.Pacer;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import dev.fanlight.agent.source.SourceOpener;
import dev.fanlight.agent.source.SourcePresence;
import dev.fanlight.agent.source.camera.CameraList;
import dev.fanlight.agent.source.camera.CameraProcesses;
import dev.fanlight.agent.source.camera.CameraSource;
import dev.fanlight.agent.source.camera.CameraSourceFactory;
import dev.fanlight.agent.source.camera.ControlsAtOpening;
import dev.fanlight.agent.source.camera.V4l2Ctl;
import dev.fanlight.agent.source.camera.javacv.CameraChildMain;
import dev.fanlight.agent.source.file.javacv.FileSourceFactory;
import dev.fanlight.agent.source.live.CsiCommand;
import dev.fanlight.agent.source.live.javacv.CommandSourceFactory;
import dev.fanlight.agent.source.live.javacv.CsiSourceFactory;
import dev.fanlight.agent.source.live.javacv.HttpSourceFactory;
import dev.fanlight.agent.source.live.javacv.LiveContext;
import dev.fanlight.agent.source.live.javacv.RtmpSourceFactory;
import dev.fanlight.agent.source.live.javacv.RtspSourceFactory;
import dev.fanlight.agent.source.onvif.OnvifSourceFactory;
import dev.fanlight.agent.source.pattern.TestPatternSource;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Opens what {@code camera.source} names, with the factory of its scheme. Thread safe. */
final class ConfiguredSource implements SourceOpener {

    /** Frames in use besides those in queues: one being captured, one being encoded. */
    private static final int IN_USE = 2;

    private record Variant(SourceSpec spec, SourceFactory factory) {

        FrameSource open(long opening) throws SourceException, InterruptedException {
            return factory.open(spec.location(), opening);
        }

        SourcePresence presence() {
            return factory.presence(spec.location());
        }
    }

    private final Variant main;
    private final Optional<Variant> small;
    private final BooleanSupplier isSmall;
    private final MountSettings mount;
    private final Pools pools;
    private volatile boolean openedSmall;
    // capture thread only
    private boolean smallUseless;

    /** Memory for what sources deliver, and for the same frames turned. */
    private record Pools(NativeFramePool captured, NativeFramePool turned) {}

    private ConfiguredSource(
            Variant main, Optional<Variant> small, BooleanSupplier isSmall, MountSettings mount, Pools pools) {
        this.mount = mount;
        this.pools = pools;
        this.main = main;
        this.small = small;
        this.isSmall = isSmall;
    }

    /** Opens {@code camera.source}, or {@code camera.substream} where there is one while {@code isSmall}. */
    static ConfiguredSource of(
            CameraSettings settings, AgentTimeouts timeouts, MediaClock clock, BooleanSupplier isSmall) {
        int spares = settings.queue() + IN_USE;
        Pools pools = new Pools(new NativeFramePool(spares), new NativeFramePool(spares));
        Map<SourceScheme, SourceFactory> factories = factories(settings, timeouts, pools.captured(), clock);
        return new ConfiguredSource(
                variant(factories, settings.source()),
                settings.substream().map(spec -> variant(factories, spec)),
                isSmall,
                settings.mount(),
                pools);
    }

    private static Variant variant(Map<SourceScheme, SourceFactory> factories, SourceSpec spec) {
        SourceFactory factory = factories.get(spec.scheme());
        if (factory == null) {
            throw new IllegalStateException("no source factory for " + spec.scheme());
        }
        return new Variant(spec, factory);
    }

    @Override
    public FrameSource open(long opening) throws SourceException, InterruptedException {
        openedSmall = wantsSmall();
        FrameSource source = openWanted(opening);
        return mount.isUpright() ? source : new TurnedSource(source, mount, pools.turned());
    }

    private FrameSource openWanted(long opening) throws SourceException, InterruptedException {
        if (!openedSmall) {
            smallUseless = false;
            return main.open(opening);
        }
        return smallUseless ? openMainInstead(opening) : openSmall(opening);
    }

    @Override
    public boolean isOutdated() {
        return openedSmall != wantsSmall();
    }

    @Override
    public SourcePresence presence() {
        return main.presence();
    }

    @Override
    public void close() {
        main.factory().close();
        small.ifPresent(variant -> variant.factory().close());
        pools.captured().close();
        pools.turned().close();
    }

    private boolean wantsSmall() {
        return small.isPresent() && isSmall.getAsBoolean();
    }

    /** A second stream that fails is no reason to show nothing: the main one is opened until the next change, or until that fails, too. */
    private FrameSource openSmall(long opening) throws SourceException, InterruptedException {
        try {
            return new AttemptedSource(small.orElse(main).open(opening), () -> smallUseless = true);
        } catch (SourceException e) {
            return openMainInstead(opening);
        }
    }

    private FrameSource openMainInstead(long opening) throws SourceException, InterruptedException {
        smallUseless = false;
        FrameSource opened = main.open(opening);
        smallUseless = true;
        return new AttemptedSource(opened, () -> smallUseless = false);
    }

    private static Optional<AudioEncoderOpener> clicks(CameraSettings settings) {
        AudioSettings audio = settings.audio();
        return audio.isFromSource()
                ? Optional.of(channels -> OpusEncoder.open(channels, audio.bitRate(channels)))
                : Optional.empty();
    }

    private static Map<SourceScheme, SourceFactory> factories(
            CameraSettings settings, AgentTimeouts timeouts, FramePool pool, MediaClock clock) {
        Pacer pacer = new Pacer(clock, Sleeper.SYSTEM);
        CameraSource.Settings cameras = new CameraSource.Settings(
                new CameraProcesses(
                        CameraChildMain.class.getName(), timeouts.camera().kill()),
                controls(settings),
                new LiveVideoContext(settings, pool, NanoClock.SYSTEM),
                timeouts.camera(),
                clock);
        LiveContext live = new LiveContext(settings, timeouts.live(), pool, pacer, NanoClock.SYSTEM, Sleeper.SYSTEM);
        RtspSourceFactory rtsp = new RtspSourceFactory(live);
        return Map.of(
                SourceScheme.AUTO,
                CameraSourceFactory.ofFirst(cameras, new CameraList(Path.of("/"))),
                SourceScheme.DEVICE,
                CameraSourceFactory.ofDevices(cameras),
                SourceScheme.FILE,
                new FileSourceFactory(settings, pool, pacer),
                SourceScheme.TEST,
                (none, opening) -> new TestPatternSource(settings.limits(), clicks(settings), pool, pacer, opening),
                SourceScheme.RTSP,
                rtsp,
                SourceScheme.ONVIF,
                onvif(settings.credentials(), rtsp),
                SourceScheme.HTTP,
                new HttpSourceFactory(live),
                SourceScheme.RTMP,
                new RtmpSourceFactory(live, new SecureRandom()),
                SourceScheme.COMMAND,
                new CommandSourceFactory(live),
                SourceScheme.CSI,
                new CsiSourceFactory(live, new CsiCommand(ProgramFolders.of(System.getenv()))));
    }

    private static OnvifSourceFactory onvif(Credentials credentials, SourceFactory rtsp) {
        return new OnvifSourceFactory(new OnvifResolver(OnvifNetwork.system()), credentials.onvifLogin(), rtsp);
    }

    private static ControlsAtOpening controls(CameraSettings settings) {
        return new ControlsAtOpening(settings.controls(), new V4l2Ctl(ProgramFolders.of(System.getenv())));
    }
}
