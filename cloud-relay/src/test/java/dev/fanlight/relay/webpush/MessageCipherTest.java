package dev.fanlight.relay.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MessageCipherTest {

    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";

    /** The example of RFC 8291, appendix A. */
    @Test
    void theExampleOfTheStandardIsSealedAsItSays() throws Exception {
        byte[] sealed = MessageCipher.seal(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                P256.decode(bytes(RECEIVER)),
                bytes("BTBZMqHH6r4Tts7J_aSIgg"),
                new KeyPair(P256.decode(bytes(SENDER)), privateKey("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")),
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
                                + "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void aMessageThatAPushServiceWouldNotTakeIsRefused() {
        KeyPair keys = P256.generate(new SecureRandom());
        byte[] secret = new byte[16];
        assertThat(MessageCipher.seal(
                        new byte[MessageCipher.MAX_BYTES], (ECPublicKey) keys.getPublic(), secret, keys, secret))
                .hasSize(4_096);
        assertThatThrownBy(() -> MessageCipher.seal(
                        new byte[MessageCipher.MAX_BYTES + 1], (ECPublicKey) keys.getPublic(), secret, keys, secret))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsTravelAsTheyAre() {
        for (int i = 0; i < 50; i++) {
            byte[] point =
                    P256.encode((ECPublicKey) P256.generate(new SecureRandom()).getPublic());
            assertThat(P256.encode(P256.decode(point))).isEqualTo(point);
        }
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        byte[] point = bytes(RECEIVER);
        point[64] ^= 1;
        assertThatThrownBy(() -> P256.decode(point)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.decode(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.decode(new byte[64])).isInstanceOf(IllegalArgumentException.class);
    }

    private static PrivateKey privateKey(String scalar) throws Exception {
        ECPublicKey any = P256.decode(bytes(SENDER));
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(scalar)), any.getParams()));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
