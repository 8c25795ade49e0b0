package dev.fanlight.media;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Streams that encoders wrote, and what ffprobe reads in them. */
public final class Fixture {

    private static final Path FOLDER = Path.of("src/test/resources/media");

    private Fixture() {}

    /** Names of the files that end in {@code suffix}. */
    public static Stream<String> names(String suffix) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration record in a hex file. */
    public static byte[] record(String name) {
        return HexFormat.of().parseHex(new String(bytes(name), StandardCharsets.US_ASCII).strip());
    }

    /** All NAL units of an Annex B file. */
    public static List<ByteBuffer> units(String name) throws BitstreamException {
        return NalUnits.splitAnnexB(ByteBuffer.wrap(bytes(name)));
    }

    /** The NAL units of each access unit of a file with one slice a frame. */
    public static List<List<ByteBuffer>> accessUnits(String name, Predicate<ByteBuffer> isSlice)
            throws BitstreamException {
        List<List<ByteBuffer>> all = new ArrayList<>();
        List<ByteBuffer> one = new ArrayList<>();
        for (ByteBuffer unit : units(name)) {
            one.add(unit);
            if (isSlice.test(unit)) {
                all.add(List.copyOf(one));
                one.clear();
            }
        }
        return all;
    }

    /** The lines {@code name=value} of a probe. */
    public static Map<String, String> probe(String name) {
        return lines(name)
                .filter(line -> !line.startsWith("packet="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** Whether each packet of a probe is a key frame to ffprobe. */
    public static List<Boolean> probedKeys(String name) {
        return lines(name)
                .filter(line -> line.startsWith("packet="))
                .map(line -> line.startsWith("packet=K"))
                .toList();
    }

    private static Stream<String> lines(String name) {
        return new String(bytes(name + ".probe"), StandardCharsets.US_ASCII).lines();
    }

    /** Bits that are written as zeros and ones, filled up with zeros to whole bytes. */
    public static ByteBuffer bits(String text) {
        byte[] bytes = new byte[(text.length() + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < text.length(); i++) {
            bytes[i / Byte.SIZE] |= (byte) ((text.charAt(i) - '0') << (Byte.SIZE - 1 - i % Byte.SIZE));
        }
        return ByteBuffer.wrap(bytes);
    }
}
