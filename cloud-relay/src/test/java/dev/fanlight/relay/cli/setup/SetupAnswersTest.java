package dev.fanlight.relay.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.config.TlsMode;
import dev.fanlight.relay.server.RelayGateways;
import dev.fanlight.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupAnswersTest {

    @TempDir
    Path folder;

    @Test
    void anAnswerOfLetsEncryptTakesTheUsualPorts() throws IOException {
        RelayConfig config = read(new SetupAnswers("cam.example.org", CertificateChoice.ACME, "o'neill@example.org"));

        assertThat(config.listen().publicHost()).isEqualTo("cam.example.org");
        assertThat(config.listen().port()).isEqualTo(443);
        assertThat(config.certificates().mode()).isEqualTo(TlsMode.ACME);
        assertThat(config.certificates().acme().acceptTerms()).isTrue();
        assertThat(config.certificates().acme().email()).isEqualTo("o'neill@example.org");
    }

    @Test
    void theOwnAuthorityNeedsNothingButTheName() throws IOException {
        RelayConfig config = read(new SetupAnswers("192.0.2.7", CertificateChoice.OWN, ""));

        assertThat(config.listen().publicHost()).isEqualTo("192.0.2.7");
        assertThat(config.certificates().mode()).isEqualTo(TlsMode.OWN);
    }

    @Test
    void aProxyIsOnThisComputer() throws IOException {
        RelayConfig config = read(new SetupAnswers("cam.example.org", CertificateChoice.PROXY, ""));

        assertThat(config.proxy().behind()).isTrue();
        assertThat(config.listen().plainPort()).hasValue(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "cam.example.org, ACME",
        "pi.local, OWN",
        "relay, OWN",
        "192.0.2.7, OWN",
        "2001:db8::7, OWN",
        "vm.corp.internal, OWN"
    })
    void onlyAPublicNameIsOfferedAPublicCertificate(String name, CertificateChoice usual) {
        assertThat(CertificateChoice.usual(name)).isEqualTo(usual);
    }

    private RelayConfig read(SetupAnswers answers) throws IOException {
        Path file = Files.writeString(folder.resolve("relay.yaml"), answers.yaml());
        return RelayConfig.of(
                new SettingsReader(RelayGateways.SCHEMA).file(Optional.of(file)).read());
    }
}
