package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Sentences for cameras that cannot be opened, with the program that uses one when it is busy. Stateless. */
public final class CameraErrors {

    private static final int ENOENT = -2;
    private static final int EIO = -5;
    private static final int EACCES = -13;
    private static final int EPERM = -1;
    private static final int EBUSY = -16;
    private static final int ENODEV = -19;
    private static final int EINVAL = -22;
    private static final int ENOTTY = -25;

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

    /** Translates a negative errno. */
    public static SourceException of(Path device, int errno) {
        return switch (errno) {
            case ENOENT, ENODEV ->
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
