package dev.fanlight.agent.onvif.soap;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of a stranger: a document type is refused, and with it every entity; depth and number of elements are limited. One use.
 */
public final class XmlTree {

    /** Deepest nesting; ONVIF’s deepest answers have 16 levels. */
    static final int MAX_DEPTH = 48;

    /** Most elements; the profiles of a recorder with 64 channels have about 9,000. */
    static final int MAX_ELEMENTS = 20_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final XMLInputFactory FACTORY = factory();

    private record Open(String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {

        XmlElement close() {
            return new XmlElement(name, Map.copyOf(attributes), text.toString().strip(), List.copyOf(children));
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlTree() {}

    /**
     * Reads a document in UTF-8; in another encoding only what is ASCII is read right.
     *
     * @throws XMLStreamException when it is not well-formed, has a document type or is too large
     */
    public static XmlElement read(byte[] document) throws XMLStreamException {
        // Decoded here: the JDK's parser writes to stderr about bytes that are no UTF-8.
        String text = new String(document, StandardCharsets.UTF_8);
        String withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(withoutMark));
        try {
            return new XmlTree().read(reader);
        } finally {
            reader.close();
        }
    }

    private XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.getLast().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement done = open.removeLast().close();
                    if (open.isEmpty()) {
                        return done;
                    }
                    open.getLast().children().add(done);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type is not accepted");
                default -> {}
            }
        }
        throw new XMLStreamException("it ends too early");
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        elements++;
        if (elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
            throw new XMLStreamException("too many elements");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.addLast(new Open(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>()));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
