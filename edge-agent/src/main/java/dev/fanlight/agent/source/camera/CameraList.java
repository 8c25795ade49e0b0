package dev.fanlight.agent.source.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds V4L2 cameras without opening them: names out of sysfs, what a node can do out of udev’s database (a USB camera has a
 * second node for metadata, a Pi a dozen for its codecs), stable links out of {@code /dev/v4l}. Stateless, thread safe.
 */
public final class CameraList {

    private static final String CAPABILITIES = "E:ID_V4L_CAPABILITIES=";
    private static final String CAPTURE = ":capture:";

    private final Path root;

    /** Looks below {@code root}: {@code /}, or a copy of the folders in a test. */
    public CameraList(Path root) {
        this.root = root;
    }

    /** All cameras, in the order of their nodes. */
    public List<CameraDevice> find() {
        Path folder = root.resolve("sys/class/video4linux");
        try (Stream<Path> nodes = Files.list(folder)) {
            return nodes.filter(node -> fileName(node).startsWith("video"))
                    .sorted(Comparator.comparingInt(CameraList::number))
                    .filter(this::isCamera)
                    .map(this::camera)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean isCamera(Path node) {
        Path database = root.resolve("run/udev/data").resolve("c" + read(node.resolve("dev")));
        Optional<String> capabilities = read(database)
                .lines()
                .filter(line -> line.startsWith(CAPABILITIES))
                .findFirst();
        return capabilities
                .map(line -> line.contains(CAPTURE))
                .orElseGet(() -> read(node.resolve("index")).equals("0"));
    }

    private CameraDevice camera(Path node) {
        Path device = root.resolve("dev").resolve(fileName(node));
        Path path = link("dev/v4l/by-id", device)
                .or(() -> link("dev/v4l/by-path", device))
                .orElse(device);
        return new CameraDevice(read(node.resolve("name")), path);
    }

    private Optional<Path> link(String folder, Path device) {
        try (Stream<Path> links = Files.list(root.resolve(folder))) {
            return links.filter(link -> leadsTo(link, device)).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean leadsTo(Path link, Path device) {
        try {
            return Files.isSameFile(link, device);
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(Path node) {
        try {
            return Integer.parseInt(fileName(node).substring("video".length()));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
