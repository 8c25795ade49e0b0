package dev.fanlight.relay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.ServerKey;
import dev.fanlight.relay.tls.TestAuthority.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSourceTest {

    @TempDir
    private Path temp;

    private TestAuthority authority;
    private Path certificate;
    private Path key;

    @BeforeEach
    void choosePaths() throws Exception {
        authority = new TestAuthority();
        certificate = temp.resolve("fullchain.pem");
        key = temp.resolve("privkey.pem");
    }

    @ParameterizedTest
    @CsvSource({"RSA,PKCS8", "RSA,TRADITIONAL", "EC,PKCS8", "EC,TRADITIONAL"})
    void keysAreReadAsOthersWriteThem(String algorithm, Format format) throws Exception {
        KeyPair pair = authority.newKey(algorithm);
        Files.writeString(certificate, authority.chain(pair, "cam.example.org"));
        Files.writeString(key, TestAuthority.pem(pair, format));
        Identity identity = source().best();
        assertThat(identity.serverKey()).isEqualTo(ServerKey.of(pair.getPublic()));
        assertThat(Pem.certificates(identity.chainPem())).hasSize(2);
        assertThat(identity.names().all()).contains("cam.example.org");
    }

    /** {@code openssl ecparam -genkey} writes the curve first, and people put notes around keys. */
    @Test
    void otherThingsInTheFilesAreSkipped() throws Exception {
        KeyPair pair = authority.newKey("EC");
        String curve = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        Files.writeString(certificate, "subject=CN = x\n" + authority.chain(pair, "x"));
        Files.writeString(key, curve + TestAuthority.pem(pair, Format.TRADITIONAL));
        assertThat(source().best().serverKey()).isEqualTo(ServerKey.of(pair.getPublic()));
    }

    @Test
    void eachMistakeIsReportedInOneSentence() throws Exception {
        assertSentence(() -> FileSource.of("", "x", Clock.systemUTC()), "needs tls.certificate and tls.key");
        assertSentence(() -> source().best(), "fullchain.pem, which tls.certificate names, does not exist");
        KeyPair pair = authority.newKey("EC");
        Files.writeString(certificate, authority.chain(pair, "x"));
        assertSentence(() -> source().best(), "privkey.pem, which tls.key names, does not exist");
        Files.writeString(key, "hello\n");
        assertSentence(() -> source().best(), "privkey.pem, which tls.key names, holds no private key");
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertSentence(() -> source().best(), "privkey.pem, which tls.key names, is damaged");
        Files.writeString(key, TestAuthority.pem(authority.newKey("EC"), Format.PKCS8));
        assertSentence(() -> source().best(), "holds another key than that of the certificate");
        Files.writeString(key, TestAuthority.pem(authority.newKey("RSA"), Format.PKCS8));
        assertSentence(() -> source().best(), "holds another key than that of the certificate");
        Files.writeString(key, TestAuthority.pem(pair, Format.PKCS8));
        Files.writeString(certificate, "x".repeat(FileSource.MAX_BYTES + 1));
        assertSentence(() -> source().best(), "has more than 256 KiB");
        Files.writeString(certificate, authority.pem().repeat(Pem.MAX_CHAIN + 1));
        assertSentence(() -> source().best(), "holds more than 10 certificates");
        Files.delete(certificate);
        Files.createDirectory(certificate);
        assertSentence(() -> source().best(), "cannot be read");
    }

    @Test
    void keyBehindAPassphraseIsReported() throws Exception {
        KeyPair pair = authority.newKey("EC");
        Files.writeString(certificate, authority.chain(pair, "x"));
        Files.writeString(
                key,
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertSentence(() -> source().best(), "is locked with a passphrase");
    }

    @Test
    void certificateThatEndedIsRefused() throws Exception {
        KeyPair pair = authority.newKey("EC");
        Instant from = Instant.now().minus(TestAuthority.life()).minus(Duration.ofDays(1));
        Files.writeString(certificate, authority.chain(pair, "x", from));
        Files.writeString(key, TestAuthority.pem(pair, Format.PKCS8));
        assertSentence(() -> source().best(), "ended on 20");
    }

    private FileSource source() {
        return FileSource.of(certificate.toString(), key.toString(), Clock.systemUTC());
    }

    private static void assertSentence(ThrowingCallable what, String part) {
        assertThatThrownBy(what).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e).hasMessageContaining(part);
            assertThat(e.getMessage()).endsWith(".");
            assertThat(e.getMessage().toLowerCase(Locale.ROOT)).doesNotContain("exception");
            assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS);
        });
    }
}
