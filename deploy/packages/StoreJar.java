import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew without compression, in the same order and with the same times: the package compresses it better as a whole, and classes load
 * sooner. {@code StoreJar FROM TO}.
 */
public final class StoreJar {

    private StoreJar() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        try (ZipFile from = new ZipFile(args[0]);
                OutputStream file = Files.newOutputStream(Path.of(args[1]));
                ZipOutputStream to = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                copy(from, entries.nextElement(), to);
            }
        }
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            CRC32 crc = new CRC32();
            crc.update(content);
            ZipEntry stored = new ZipEntry(entry.getName());
            stored.setMethod(ZipEntry.STORED);
            stored.setTimeLocal(entry.getTimeLocal());
            stored.setSize(content.length);
            stored.setCompressedSize(content.length);
            stored.setCrc(crc.getValue());
            to.putNextEntry(stored);
            to.write(content);
        }
    }
}
