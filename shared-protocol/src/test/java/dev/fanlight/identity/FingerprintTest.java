package dev.fanlight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void wordsAreTheFirstBytesOfTheHash() {
        Fingerprint fingerprint = Fingerprint.of("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(fingerprint.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(fingerprint.words()).hasSize(8).startsWith(word(0xba), word(0x78), word(0x16));
        assertThat(fingerprint.words().get(7)).isEqualTo(word(0xea));
    }

    @Test
    void keyAsItTravelsHasTheFingerprintOfItsBytes() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        assertThat(Fingerprint.ofBase64(key.publicKey())).isEqualTo(Fingerprint.of(key.publicKeyBytes()));
    }

    @Test
    void listHas256WordsThatDifferInTheirFirstThreeLetters() {
        List<String> list =
                IntStream.range(0, 256).mapToObj(FingerprintTest::word).toList();
        assertThat(list).allMatch(word -> word.matches("[a-z]{3,7}"));
        assertThat(list.stream().map(word -> word.substring(0, 3)).collect(Collectors.toSet()))
                .hasSize(256);
    }

    @Test
    void approvalCodesHaveTheFormOfRfc8628() {
        SecureRandom random = new SecureRandom();
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> ApprovalCode.draw(random).text()))
                .allMatch(code -> code.matches("[BCDFGHJKLMNPQRSTVWXZ]{8}"));
        assertThat(List.of("BCDFGHJ", "BCDFGHJKL", "bcdfghjk", "BCDFGHJA", "")).noneMatch(ApprovalCode::isValid);
    }

    private static String word(int index) {
        return new Fingerprint(HexFormat.of().toHexDigits((byte) index) + "00".repeat(31))
                .words()
                .get(0);
    }
}
