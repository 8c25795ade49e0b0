package dev.fanlight.relay.child;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The FFmpeg in the relay’s jar: {@code org.bytedeco:ffmpeg} in its build under the LGPL, of which only the program and its shared libraries are used.
 * Blocking. Immutable.
 *
 * @param folder where it is unpacked to
 */
record BundledFfmpeg(Path folder) {

    private static final String PROGRAM = "ffmpeg";
    private static final Pattern WANTED = Pattern.compile("ffmpeg|lib(?!jni)[a-z0-9-]+\\.so\\.[0-9.]+");

    /**
     * Unpacks it, unless it was.
     *
     * @return the program
     * @throws UserException when the jar has none for this computer, or the files cannot be written
     */
    Path unpack() {
        String packed = "org/bytedeco/ffmpeg/" + platform() + "/";
        URL program = BundledFfmpeg.class.getClassLoader().getResource(packed + PROGRAM);
        if (program == null) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "This relay has no FFmpeg for " + platform()
                            + ". Install FFmpeg, and name it in \"ffmpeg.program\".");
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            JarURLConnection connection = (JarURLConnection) program.openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                unpack(jar, packed);
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "FFmpeg cannot be unpacked into " + folder + PrivateFiles.reason(e) + ".", e);
        }
        return folder.resolve(PROGRAM);
    }

    private void unpack(JarFile jar, String packed) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(packed))
                .filter(entry -> WANTED.matcher(entry.getName().substring(packed.length()))
                        .matches())
                .toList();
        for (JarEntry entry : entries) {
            Path file = folder.resolve(entry.getName().substring(packed.length()));
            if (!isUnpacked(entry, file)) {
                unpack(jar, entry, file);
            }
        }
    }

    private static boolean isUnpacked(JarEntry entry, Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
            return false;
        }
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue() == entry.getCrc();
        }
    }

    /** One that runs keeps the file that it was started from. */
    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String platform() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return "linux-"
                + switch (machine) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> machine;
                };
    }
}
