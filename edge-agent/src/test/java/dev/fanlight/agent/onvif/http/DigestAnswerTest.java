package dev.fanlight.agent.onvif.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7616 §3.9.1 and of RFC 2617 §3.5, and challenges as cameras send them. */
class DigestAnswerTest {

    private static final String REALM = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", ";
    private static final String NONCES = ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    private static final CameraLogin MUFASA = new CameraLogin("Mufasa", "Circle of Life");
    private static final URI ADDRESS = URI.create("http://www.example.org/dir/index.html");

    private static DigestAnswer answer(String... challenges) {
        return new DigestAnswer(
                DigestChallenge.strongest(List.of(challenges)).orElseThrow(),
                MUFASA,
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    }

    @Test
    void theStrongestOfTheExamplesIsAnsweredAsTheStandardSays() {
        String header = answer(
                        "Digest " + REALM + "algorithm=MD5" + NONCES, "Digest " + REALM + "algorithm=SHA-256" + NONCES)
                .authorization("GET", ADDRESS);
        assertThat(header)
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"")
                .contains("algorithm=SHA-256", "nc=00000001", "qop=auth", "opaque=\"FQhe/qaU925");
    }

    @Test
    void theWeakerOneIsAnsweredWhereThereIsNoOther() {
        assertThat(answer("Digest " + REALM + "algorithm=MD5" + NONCES).authorization("GET", ADDRESS))
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"");
    }

    @Test
    void eachRequestCountsOn() {
        DigestAnswer answer = answer("Digest " + REALM + "algorithm=MD5" + NONCES);
        answer.authorization("GET", ADDRESS);
        assertThat(answer.authorization("GET", ADDRESS)).contains("nc=00000002");
    }

    @Test
    void aServerWithoutQopIsAnsweredWithoutCounter() {
        assertThat(answer("Digest realm=\"r\", nonce=\"n\"").authorization("GET", ADDRESS))
                .doesNotContain("nc=", "cnonce")
                .contains("algorithm=MD5");
    }

    @Test
    void severalSchemesInOneHeaderAreTakenApart() {
        assertThat(DigestChallenge.strongest(List.of(
                        "Basic realm=\"a, Digest nonce=b\", Digest realm=\"say \\\"hi\\\"\", nonce=abc, qop=auth")))
                .hasValueSatisfying(challenge -> {
                    assertThat(challenge.realm()).isEqualTo("say \"hi\"");
                    assertThat(challenge.nonce()).isEqualTo("abc");
                });
    }

    @Test
    void whatCannotBeAnsweredIsNoChallenge() {
        assertThat(DigestChallenge.strongest(List.of(
                        "Basic realm=\"camera\"",
                        "Digest realm=\"r\", nonce=\"n\", algorithm=SHA3",
                        "Digest realm=\"r\"",
                        "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
                        "Digest realm=\"" + "x".repeat(5000) + "\", nonce=\"n\"")))
                .isEmpty();
    }

    @Test
    void aChallengeCannotAddHeaders() {
        assertThat(answer("Digest realm=\"a\r\nX-Evil: 1\", nonce=\"n\"").authorization("GET", ADDRESS))
                .doesNotContain("\r", "\n");
    }
}
