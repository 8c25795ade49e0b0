package dev.fanlight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.SignedChallenge.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final String LINK =
            "wss://cam.example.org:8443/#1.abcdefghijklmnopqrstuvwxyz.abcdefgh.qrstuvwxyz234567";

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @CsvSource({"f, my", "fo, mzxq", "foo, mzxw6", "foob, mzxw6yq", "fooba, mzxw6ytb", "foobar, mzxw6ytboi"})
    void base32GivesTheVectorsOfRfc4648(String plain, String text) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void signatureIsGoodForExactlyWhatWasSigned() {
        DeviceKey key = DeviceKey.generate(random);
        SignedChallenge signed = challenge(Context.AUTHENTICATE, "relay", "device", 7);
        String signature = key.sign(signed);
        assertThat(DeviceKey.verify(key.publicKey(), signed, signature)).isTrue();
        assertThat(DeviceKey.verify(key.publicKey(), challenge(Context.JOIN, "relay", "device", 7), signature))
                .isFalse();
        assertThat(DeviceKey.verify(key.publicKey(), challenge(Context.AUTHENTICATE, "relayd", "evice", 7), signature))
                .isFalse();
        assertThat(DeviceKey.verify(key.publicKey(), challenge(Context.AUTHENTICATE, "relay", "device", 8), signature))
                .isFalse();
        assertThat(DeviceKey.verify(DeviceKey.generate(random).publicKey(), signed, signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!"})
    void malformedKeysAndSignaturesAreSimplyWrong(String text) {
        DeviceKey key = DeviceKey.generate(random);
        SignedChallenge signed = challenge(Context.AUTHENTICATE, "relay", "device", 7);
        assertThat(DeviceKey.verify(text, signed, key.sign(signed))).isFalse();
        assertThat(DeviceKey.verify(key.publicKey(), signed, text)).isFalse();
    }

    @Test
    void storedKeySignsAsTheOneThatWasMade() throws GeneralSecurityException {
        DeviceKey made = DeviceKey.generate(random);
        DeviceKey stored = DeviceKey.of(made.privateKeyBytes(), made.publicKeyBytes());
        SignedChallenge signed = challenge(Context.AUTHENTICATE, "relay", "device", 7);
        assertThat(DeviceKey.verify(made.publicKey(), signed, stored.sign(signed)))
                .isTrue();
    }

    @Test
    void joinLinkIsReadBackAndHidesItsSecret() {
        JoinLink link = JoinLink.parse(LINK);
        assertThat(link.text()).isEqualTo(LINK);
        assertThat(link.relay()).hasToString("wss://cam.example.org:8443");
        assertThat(link.toString()).doesNotContain(link.secret());
    }

    @Test
    void joinLinkMayBeginWithHttpsAndHaveAPathPrefix() {
        JoinLink link = JoinLink.parse("https://cam.example.org/cams/#1.webpki.abcdefgh.abcdefghijklmnop");
        assertThat(link.text()).isEqualTo("wss://cam.example.org/cams/#1.webpki.abcdefgh.abcdefghijklmnop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello world",
                "cam.example.org/#1.webpki.abcdefgh.abcdefghijklmnop",
                "https://cam.example.org/w/front#1.webpki.abcdefgh.abcdefghijklmnop",
                "https://cam.example.org/w/front#jhy6nm2q3v4k5p7r",
                "wss://cam.example.org:8443/",
                "wss://cam.example.org:8443/#1.webpki.abcdefgh",
                "wss://cam.example.org:8443/#2.webpki.abcdefgh.abcdefghijklmnop",
                "wss://cam.example.org:8443/#1.webpki.abcdefg1.abcdefghijklmnop",
                "wss:///#1.webpki.abcdefgh.abcdefghijklmnop"
            })
    void brokenJoinLinkIsRefusedInOneSentence(String text) {
        assertThatThrownBy(() -> JoinLink.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[^\\n]{15,140}");
    }

    @Test
    void pinHas26CharactersOrNamesThePublicAuthorities() {
        assertThat(JoinLink.isPin("a".repeat(26))).isTrue();
        assertThat(JoinLink.isPin(JoinLink.WEBPKI)).isTrue();
        assertThat(JoinLink.isPin("a".repeat(25))).isFalse();
        assertThat(JoinLink.isPin("1".repeat(26))).isFalse();
    }

    @Test
    void secretsMatchTheirHashOnly() {
        String secret = new Secrets(random).base32(128);
        assertThat(secret).hasSize(26);
        assertThat(Secrets.matches(secret, Secrets.hash(secret))).isTrue();
        assertThat(Secrets.matches(secret + "a", Secrets.hash(secret))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"front", "a", "lab-2", "0"})
    void readableCameraNamesAreTaken(String name) {
        assertThat(new CameraName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "Front", "a b", "../x", "ä", "abcdefghijklmnopqrstuvwxyz1234567"})
    void otherCameraNamesAreRefused(String name) {
        assertThatThrownBy(() -> new CameraName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedChallenge challenge(Context context, String relay, String subject, long seconds) {
        return new SignedChallenge(context, relay, ServerKey.WEBPKI, subject, new byte[32], seconds);
    }
}
