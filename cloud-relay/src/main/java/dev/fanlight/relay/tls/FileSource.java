package dev.fanlight.relay.tls;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** A certificate that another program keeps up to date in two PEM files. They are read as a whole each time, so no change is missed. */
public final class FileSource implements CertificateSource {

    /** Most bytes of either file. */
    static final int MAX_BYTES = 256 * 1024;

    private final Path certificate;
    private final Path key;
    private final Clock clock;

    private FileSource(Path certificate, Path key, Clock clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The certificate of two files.
     *
     * @throws UserException when one of them is not named
     */
    public static FileSource of(String certificate, String key, Clock clock) {
        if (certificate.isEmpty() || key.isEmpty()) {
            throw wrong("tls.mode=files needs tls.certificate and tls.key, the paths of two PEM files.");
        }
        try {
            return new FileSource(Path.of(certificate), Path.of(key), clock);
        } catch (InvalidPathException e) {
            throw new UserException(ExitCode.SETTINGS, "tls.certificate or tls.key is no path of a file.", e);
        }
    }

    @Override
    public Identity best() {
        List<X509Certificate> chain = read(certificate, "tls.certificate", Pem::certificates);
        if (chain.get(0).getNotAfter().toInstant().isBefore(clock.instant())) {
            throw wrong("The certificate in " + certificate + " ended on "
                    + chain.get(0)
                            .getNotAfter()
                            .toInstant()
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate() + ".");
        }
        PrivateKey privateKey = read(key, "tls.key", Pem::privateKey);
        return read(key, "tls.key", pem -> Identity.of(privateKey, chain));
    }

    private static <T> T read(Path file, String setting, Parser<T> parser) {
        String name = "The file " + file + ", which " + setting + " names, ";
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw wrong(name + "has more than " + MAX_BYTES / 1024 + " KiB.");
            }
            return parser.parse(content);
        } catch (NoSuchFileException e) {
            throw new UserException(ExitCode.SETTINGS, name + "does not exist.", e);
        } catch (IOException e) {
            throw new UserException(ExitCode.SETTINGS, name + "cannot be read.", e);
        } catch (GeneralSecurityException e) {
            throw new UserException(ExitCode.SETTINGS, name + e.getMessage() + ".", e);
        }
    }

    private static UserException wrong(String sentence) {
        return new UserException(ExitCode.SETTINGS, sentence);
    }

    /** Makes something of a file’s content. */
    @FunctionalInterface
    private interface Parser<T> {
        T parse(byte[] pem) throws GeneralSecurityException;
    }
}
