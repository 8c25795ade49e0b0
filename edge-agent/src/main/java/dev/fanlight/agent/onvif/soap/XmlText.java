package dev.fanlight.agent.onvif.soap;

/** Text within requests. Stateless. */
public final class XmlText {

    private XmlText() {}

    /** A text as content or attribute of XML 1.0, without the characters that it cannot hold. */
    public static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
