package dev.fanlight.relay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fanlight.relay.config.RelayStateFolder;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayCertificatesTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final LocalNames NAMES = new LocalNames(
            List.of("localhost", "pi", "pi.local"), List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "192.0.2.7"));

    @TempDir
    private Path temp;

    @Test
    void certificateNamesEverythingAndIsSignedByTheAuthority() throws Exception {
        List<X509Certificate> chain = chain(at(START).server(NAMES));
        assertThat(chain).hasSize(2);
        assertThatCode(() -> chain.get(0).verify(chain.get(1).getPublicKey())).doesNotThrowAnyException();
        assertThat(chain.get(0).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactlyInAnyOrder("localhost", "pi", "pi.local", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.0.2.7");
        assertThat(life(chain.get(0))).isEqualTo(Duration.ofDays(397));
        assertThat(life(chain.get(1))).isGreaterThan(Duration.ofDays(3650));
        assertThat(chain.get(0).getBasicConstraints()).isEqualTo(-1);
        assertThat(chain.get(1).getBasicConstraints()).isZero();
    }

    @Test
    void sameCertificateIsServedAfterARestart() {
        Identity first = at(START).server(NAMES);
        assertThat(at(START.plus(Duration.ofDays(300))).server(NAMES).chainPem())
                .isEqualTo(first.chainPem());
    }

    @Test
    void certificateNearItsEndIsIssuedAgainAndThePinStays() {
        Identity first = at(START).server(NAMES);
        String pin = at(START).authority().pin();
        Identity second = at(START.plus(Duration.ofDays(370))).server(NAMES);
        assertThat(second.serverKey()).isNotEqualTo(first.serverKey());
        assertThat(at(START).authority().pin()).isEqualTo(pin);
    }

    @Test
    void certificateIsIssuedAgainWhenTheNamesChanged() throws Exception {
        at(START).server(NAMES);
        LocalNames moved = new LocalNames(List.of("localhost", "vm"), List.of("127.0.0.1"));
        assertThat(chain(at(START).server(moved)).get(0).getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .contains("vm")
                .doesNotContain("pi");
    }

    @Test
    void thisComputersNamesCanBePutIntoACertificate() {
        assertThatCode(() -> at(START).server(LocalNames.detect("cam.example.org")))
                .doesNotThrowAnyException();
        assertThat(LocalNames.detect("2001:db8::1").addresses()).contains("2001:db8::1", "127.0.0.1");
        assertThat(LocalNames.detect("not:a:name").addresses()).doesNotContain("not:a:name");
    }

    private RelayCertificates at(Instant when) {
        return new RelayCertificates(
                RelayStateFolder.open(temp.resolve("state")), new SecureRandom(), Clock.fixed(when, ZoneOffset.UTC));
    }

    private static Duration life(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static List<X509Certificate> chain(Identity identity) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(identity.chainPem()))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
