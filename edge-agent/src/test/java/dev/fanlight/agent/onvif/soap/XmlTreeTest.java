package dev.fanlight.agent.onvif.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTreeTest {

    private static final int MUTATIONS = 3_000;

    private static XmlElement read(String document) throws XMLStreamException {
        return XmlTree.read(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesAreReadWithoutTheirPrefixes() throws Exception {
        XmlElement root = read("<a:A xmlns:a=\"x\" a:token=\"t\"> <b xmlns=\"y\"> text <![CDATA[& more]]></b></a:A>");
        assertThat(root.name()).isEqualTo("A");
        assertThat(root.attributes()).containsEntry("token", "t");
        assertThat(root.textAt("b")).contains("text & more");
    }

    @Test
    void numbersAreNumbersOrNothing() throws Exception {
        XmlElement root = read("<A><n>12.5</n><i>7</i><x>1e999</x><y/></A>");
        assertThat(root.numberAt("n")).hasValue(12.5);
        assertThat(root.intAt("i")).hasValue(7);
        assertThat(root.numberAt("x")).isEmpty();
        assertThat(root.intAt("y")).isEmpty();
    }

    @Test
    void aTextIsEscapedSoThatItIsReadAsItWas() throws Exception {
        String text = "<&>\"' ü 😀";
        assertThat(read("<A>" + XmlText.escaped(text + "\u0001\uFFFE") + "</A>").text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hikvision/GetProfiles", "dahua/GetProfiles", "reolink/GetServices"})
    void whatIsDamagedIsReadOrRefusedAndNothingElseHappens(String name) throws IOException {
        byte[] document;
        try (InputStream in = XmlTreeTest.class.getResourceAsStream("/onvif/" + name + ".xml")) {
            document = in.readAllBytes();
        }
        SplittableRandom random = new SplittableRandom(17);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            refused += isRefused(mutated(document, random)) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, MUTATIONS - 1);
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        assertThat(read("\uFEFF<?xml version=\"1.0\" encoding=\"GB2312\"?><A>x</A>")
                        .text())
                .isEqualTo("x");
    }

    @Test
    void aDocumentTypeIsRefusedEvenWithoutEntities() {
        assertThatThrownBy(() -> read("<!DOCTYPE A><A/>")).isInstanceOf(XMLStreamException.class);
    }

    private static boolean isRefused(byte[] document) {
        try {
            XmlTree.read(document);
            return false;
        } catch (XMLStreamException e) {
            return true;
        }
    }

    private static byte[] mutated(byte[] document, SplittableRandom random) {
        byte[] other = document.clone();
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(other, random.nextInt(other.length)) : other;
    }
}
