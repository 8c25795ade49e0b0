package dev.fanlight.agent.onvif.discovery;

import dev.fanlight.agent.onvif.soap.XmlElement;
import dev.fanlight.agent.onvif.soap.XmlTree;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * One question “which cameras are there” of WS-Discovery (April 2005, which ONVIF prescribes) and what answers it. Immutable.
 *
 * @param messageId names it; answers repeat it
 */
record Probe(String messageId) {

    private static final String NAME_SCOPE = "onvif://www.onvif.org/name/";
    private static final String HARDWARE_SCOPE = "onvif://www.onvif.org/hardware/";
    private static final int MAX_TEXT = 64;
    private static final int MAX_SCOPES = 64;

    /** The datagram. */
    byte[] message() {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
                + " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\"><e:Header><w:MessageID>" + messageId
                + "</w:MessageID><w:To"
                + " e:mustUnderstand=\"true\">urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To><w:Action"
                + " e:mustUnderstand=\"true\">http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action>"
                + "</e:Header><e:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></e:Body></e:Envelope>";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The cameras in a datagram; none when it answers another question or cannot be read.
     *
     * @param sender where it came from
     * @param isNear whether an address is in a subnet of this computer
     */
    List<DiscoveredCamera> answers(byte[] datagram, InetAddress sender, Predicate<InetAddress> isNear) {
        try {
            XmlElement envelope = XmlTree.read(datagram);
            boolean ours = envelope.textAt("Header", "RelatesTo")
                    .filter(messageId::equals)
                    .isPresent();
            Stream<XmlElement> matches = ours ? envelope.all("ProbeMatch") : Stream.empty();
            return matches.limit(DiscoverySearch.MAX_CAMERAS)
                    .flatMap(match -> camera(match, sender, isNear).stream())
                    .toList();
        } catch (XMLStreamException e) {
            return List.of();
        }
    }

    private static Optional<DiscoveredCamera> camera(
            XmlElement match, InetAddress sender, Predicate<InetAddress> isNear) {
        List<String> addresses = words(match.textAt("XAddrs").orElse(""));
        return ReachableAddress.among(addresses, sender, isNear)
                .map(address -> new DiscoveredCamera(
                        match.textAt("EndpointReference", "Address").orElse(address.toString()), name(match), address));
    }

    private static String name(XmlElement match) {
        List<String> scopes = words(match.textAt("Scopes").orElse(""));
        return scope(scopes, NAME_SCOPE).or(() -> scope(scopes, HARDWARE_SCOPE)).orElse("");
    }

    private static Optional<String> scope(List<String> scopes, String prefix) {
        return scopes.stream()
                .filter(scope -> scope.startsWith(prefix))
                .map(scope -> decoded(scope.substring(prefix.length())))
                .findFirst();
    }

    private static String decoded(String text) {
        String shown = text;
        try {
            shown = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Shown as it was sent.
        }
        String printable = shown.replaceAll("[\\p{Cntrl}]", "");
        return printable.substring(0, Math.min(MAX_TEXT, printable.length()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_SCOPES)
                .toList();
    }
}
