package dev.fanlight.protocol.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files that the Java and the TypeScript tests share. */
final class GoldenFiles {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    private GoldenFiles() {}

    static Stream<Path> good(String folder) {
        return list(folder).stream().filter(path -> !isBad(path));
    }

    static Path control(String name) {
        return ROOT.resolve("control").resolve(name + ".json");
    }

    static Stream<Path> bad(String folder) {
        return list(folder).stream().filter(GoldenFiles::isBad);
    }

    static byte[] json(Path file) {
        return read(file).strip().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(Path file) {
        String digits = read(file)
                .lines()
                .map(line -> line.replaceAll("#.*", "").replace(" ", ""))
                .collect(Collectors.joining());
        return HexFormat.of().parseHex(digits);
    }

    private static boolean isBad(Path path) {
        return path.getFileName().toString().startsWith("bad-");
    }

    private static List<Path> list(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
