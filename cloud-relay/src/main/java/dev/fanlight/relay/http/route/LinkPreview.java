package dev.fanlight.relay.http.route;

/**
 * What a watch page says of its camera to programs that preview links (the Open Graph protocol). Immutable.
 *
 * @param title of the camera
 * @param image absolute address of an image that anyone may fetch
 */
public record LinkPreview(String title, String image) {

    /** As elements of a page’s head. */
    public String html() {
        return "<meta property=\"og:type\" content=\"website\" /><meta property=\"og:title\" content=\""
                + escaped(title)
                + "\" /><meta property=\"og:image\" content=\"" + escaped(image)
                + "\" /><meta name=\"twitter:card\" content=\"summary_large_image\" />";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
