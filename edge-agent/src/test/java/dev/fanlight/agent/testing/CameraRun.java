package dev.fanlight.agent.testing;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.javacv.NativeFramePool;
import dev.fanlight.agent.javacv.live.LiveVideoContext;
import dev.fanlight.agent.source.camera.CameraProcesses;
import dev.fanlight.agent.source.camera.CameraSource;
import dev.fanlight.agent.source.camera.ControlsAtOpening;
import dev.fanlight.agent.source.camera.V4l2Ctl;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What cameras of this computer are opened with in tests. */
public final class CameraRun {

    private CameraRun() {}

    public static CameraSettings settings(Map<String, String> overrides) {
        return CameraSettings.of(
                new SettingsReader(AgentSettings.all()).overrides(overrides).read());
    }

    /** Processes of {@code main}, controls by the programs in {@code path}. */
    public static CameraSource.Settings of(
            Class<?> main, Map<String, String> overrides, List<Path> path, NanoClock clock) {
        CameraSettings settings = settings(overrides);
        return new CameraSource.Settings(
                new CameraProcesses(
                        main.getName(), AgentTimeouts.STANDARD.camera().kill()),
                new ControlsAtOpening(settings.controls(), new V4l2Ctl(path)),
                new LiveVideoContext(settings, new NativeFramePool(4), clock),
                AgentTimeouts.STANDARD.camera(),
                MediaClock.system());
    }

    /** Whether a process has loaded FFmpeg and reads its stdin. */
    public static boolean isWaiting(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try (Stream<Path> threads = Files.list(folder.resolve("task"))) {
            return text(folder.resolve("maps")).contains("avcodec")
                    && threads.anyMatch(
                            thread -> text(thread.resolve("syscall")).startsWith("0 0x0 "));
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
