package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.runtime.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Sentences for cameras that cannot be opened, with the program that uses one when it is busy. Stateless. */
public final class CameraErrors {

    private static final int ENOENT = -2;
    private static final int EIO = -5;
    private static final int EACCES = -13;
    private static final int EPERM = -1;
    private static final int ENXIO = -6;
    private static final int EBUSY = -16;
    private static final int ENODEV = -19;
    private static final int EINVAL = -22;
    private static final int ENOTTY = -25;

    private static final Duration LINK_CHECK_INTERVAL = Duration.ofMillis(50);
    private static final int LINK_CHECKS = 10;

    private CameraErrors() {}

    /** Checks what can be checked without opening the device. */
    public static void check(Path device) throws SourceException {
        if (!Files.exists(device)) {
            throw of(device, ENOENT);
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw of(device, EACCES);
        }
    }

    /** It was there, and its link is not. */
    static SourceException unplugged(CameraDevice camera) {
        return unplugged(camera.name());
    }

    /** It has never been there. */
    static SourceException missing(Path device) {
        return of(device, ENOENT);
    }

    /** Its process has ended without a reason. */
    static SourceException ended(CameraDevice camera) {
        return Files.exists(camera.path())
                ? new SourceException(SourceProblem.GONE, "The process that reads " + camera.name() + " has ended.")
                : unplugged(camera);
    }

    /**
     * Translates a negative errno from a camera that was open: drivers say all sorts of things when it is unplugged, and udev removes the link
     * only after that.
     */
    public static SourceException whileOpen(Path device, int errno, Sleeper sleeper) throws InterruptedException {
        for (int i = 0; i < LINK_CHECKS && errno == EIO && Files.exists(device); i++) {
            sleeper.sleepNanos(LINK_CHECK_INTERVAL.toNanos());
        }
        return errno == EIO && Files.exists(device) ? of(device, errno) : unplugged(device.toString());
    }

    /** Translates a negative errno from a camera that was to be opened, and was there just before. */
    public static SourceException whileOpening(Path device, int errno) {
        return Files.exists(device) ? of(device, errno) : unplugged(device.toString());
    }

    /** It may not be encoded, and it compresses to nothing that could be passed through. */
    public static SourceException hasNoH264(Path device) {
        return new SourceException(
                SourceProblem.UNSUPPORTED,
                device + " offers no H.264 that could be passed through. To encode it: camera.encode=auto");
    }

    private static SourceException unplugged(String name) {
        return new SourceException(
                SourceProblem.GONE, name + " was unplugged. It is opened again as soon as it is plugged in.");
    }

    /** Translates a negative errno. */
    public static SourceException of(Path device, int errno) {
        return switch (errno) {
            case ENOENT, ENODEV, ENXIO ->
                new SourceException(
                        SourceProblem.MISSING,
                        "There is no camera at " + device
                                + ". Does lsusb list the USB camera? List of cameras: fanlight-agent cameras");
            case EACCES, EPERM ->
                new SourceException(
                        SourceProblem.NO_PERMISSION,
                        "No permission for " + device + ". Run: sudo usermod -aG video $USER, then log in again.");
            case EBUSY ->
                new SourceException(
                        SourceProblem.BUSY,
                        device + " is in use" + user(device).orElse("") + ". One program at a time can use it.");
            case EIO ->
                new SourceException(
                        SourceProblem.BROKEN, device + " has an input/output error. Unplug it and plug it in again.");
            case ENOTTY, EINVAL ->
                new SourceException(
                        SourceProblem.UNSUPPORTED,
                        device + " is not a camera. List of cameras: fanlight-agent cameras");
            default ->
                new SourceException(SourceProblem.BROKEN, device + " does not work as a camera (error " + errno + ").");
        };
    }

    /** {@code by "motion" (pid 812)}, when this user may see it. */
    private static Optional<String> user(Path device) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            Path node = device.toRealPath();
            return processes
                    .filter(process ->
                            String.valueOf(process.getFileName()).chars().allMatch(Character::isDigit))
                    .filter(process -> !isOurs(process) && holds(process, node))
                    .findFirst()
                    .map(process -> " by \"" + name(process) + "\" (pid " + process.getFileName() + ")");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(Path process) {
        return String.valueOf(process.getFileName())
                .equals(Long.toString(ProcessHandle.current().pid()));
    }

    private static boolean holds(Path process, Path node) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> {
                try {
                    return Files.readSymbolicLink(file).equals(node);
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "another program";
        }
    }
}
