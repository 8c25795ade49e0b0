package dev.fanlight.relay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.RelayStateFolder;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    void missingKeyOfTheAuthorityIsAnErrorThatNamesTheWayOut() throws Exception {
        at(START).server(NAMES);
        Files.delete(temp.resolve("state/ca.key"));
        assertThatThrownBy(() -> at(START).authority())
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("no ca.key", "backup", "remove ca.crt, server.crt and server.key");
        Files.delete(temp.resolve("state/ca.crt"));
        assertThatThrownBy(() -> at(START).authority()).isInstanceOf(UserException.class);
        Files.delete(temp.resolve("state/server.crt"));
        Files.delete(temp.resolve("state/server.key"));
        assertThatCode(() -> at(START).server(NAMES)).doesNotThrowAnyException();
    }

    @Test
    void missingCertificateOfTheAuthorityIsMadeAgainForItsKey() throws Exception {
        String pin = at(START).authority().pin();
        Files.delete(temp.resolve("state/ca.crt"));
        assertThat(at(START).authority().pin()).isEqualTo(pin);
        List<X509Certificate> chain = chain(at(START).server(NAMES));
        assertThatCode(() -> chain.get(0).verify(chain.get(1).getPublicKey())).doesNotThrowAnyException();
    }

    @Test
    void authorityNearItsEndGetsANewCertificateForItsKeyAndOutlivesWhatItSigns() throws Exception {
        String pin = at(START).authority().pin();
        Instant late = START.plus(Duration.ofDays(3652 + 100));
        List<X509Certificate> chain = chain(at(late).server(NAMES));
        assertThat(at(late).authority().pin()).isEqualTo(pin);
        assertThat(chain.get(1).getNotAfter()).isAfter(chain.get(0).getNotAfter());
        assertThatCode(() -> chain.get(1).checkValidity(java.util.Date.from(late)))
                .doesNotThrowAnyException();
        Instant near = START.plus(Duration.ofDays(3652 - 200));
        List<X509Certificate> before = chain(at(near).server(NAMES));
        assertThat(before.get(1).getNotAfter()).isAfter(before.get(0).getNotAfter());
    }

    @Test
    void keyOfAnotherAuthorityIsAnError() throws Exception {
        at(START).authority();
        Path other = temp.resolve("other");
        new RelayCertificates(RelayStateFolder.open(other), new SecureRandom(), Clock.fixed(START, ZoneOffset.UTC))
                .authority();
        Files.copy(other.resolve("ca.key"), temp.resolve("state/ca.key"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> at(START).authority())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is not the certificate of the key");
    }

    @Test
    void certificateOfAnEarlierAuthorityIsIssuedAgain() throws Exception {
        at(START).server(NAMES);
        Path other = temp.resolve("other");
        new RelayCertificates(RelayStateFolder.open(other), new SecureRandom(), Clock.fixed(START, ZoneOffset.UTC))
                .authority();
        for (String file : List.of("ca.key", "ca.crt")) {
            Files.copy(other.resolve(file), temp.resolve("state").resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        List<X509Certificate> chain = chain(at(START).server(NAMES));
        assertThatCode(() -> chain.get(0).verify(chain.get(1).getPublicKey())).doesNotThrowAnyException();
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
