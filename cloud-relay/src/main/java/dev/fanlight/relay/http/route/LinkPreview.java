package dev.fanlight.relay.http.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a watch page says of its camera to programs that preview links (the Open Graph protocol) or embed them (oEmbed 1.0). Immutable.
 *
 * @param title of the camera
 * @param relay absolute address of the relay for this client, without a slash at its end
 * @param path of the camera below {@code /w/} and {@code /c/}, encoded as in an address
 */
public record LinkPreview(String title, String relay, String path) {

    /** As elements of a page’s head. */
    public String html() {
        return "<meta property=\"og:type\" content=\"website\" /><meta property=\"og:title\" content=\""
                + escaped(title)
                + "\" /><meta property=\"og:image\" content=\"" + escaped(relay + "/c/" + path + "/preview.jpg")
                + "\" /><meta name=\"twitter:card\" content=\"summary_large_image\" />"
                + "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"" + escaped(oEmbed())
                + "\" title=\"" + escaped(title) + "\" />";
    }

    /** A frame with the camera’s video, as HTML for a page of another site; sizes in CSS pixels. */
    public String frame(int width, int height) {
        return "<iframe src=\"" + escaped(relay + "/embed/" + path) + "\" title=\"" + escaped(title)
                + "\" width=\"" + width + "\" height=\"" + height
                + "\" style=\"border:0\" allow=\"autoplay; fullscreen; picture-in-picture\"></iframe>";
    }

    private String oEmbed() {
        return relay + "/oembed?url=" + URLEncoder.encode(relay + "/w/" + path, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
