package dev.fanlight.relay.chat.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what a web page would turn into a link, or people would take for one: {@code scheme://}, {@code www.} and domains with an existing
 * top-level domain (the list of linkifyjs 4.4, which the watch page uses). Stateless, thread safe.
 */
public final class LinkFinder {

    private static final Set<String> TOP_LEVEL = read();

    private static final Pattern SCHEME =
            Pattern.compile("[a-z][a-z0-9+.-]{1,30}:(//|\\\\\\\\)|\\b(mailto|javascript|data):\\S");

    private static final Pattern WWW = Pattern.compile("\\bwww\\d?\\.[^\\s.]");

    /** A label, a dot, and what may be a top-level domain; labels are tried one after the other, so the match takes linear time. */
    private static final Pattern DOMAIN = Pattern.compile(
            "[\\p{L}\\p{N}\\p{M}_-]\\.(?=([\\p{L}\\p{M}]{2,63}|xn--[a-z0-9-]{1,59})(?![\\p{L}\\p{N}\\p{M}_-]))");

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\d.])\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");

    private LinkFinder() {}

    /** Whether a text contains a link. */
    public static boolean hasLink(String text) {
        String plain = plain(text);
        return SCHEME.matcher(plain).find()
                || WWW.matcher(plain).find()
                || ADDRESS.matcher(plain).find()
                || hasDomain(plain);
    }

    private static boolean hasDomain(String plain) {
        Matcher domain = DOMAIN.matcher(plain);
        while (domain.find()) {
            if (TOP_LEVEL.contains(domain.group(1)) || domain.group(1).startsWith("xn--")) {
                return true;
            }
        }
        return false;
    }

    /** As a browser reads it: full stops of other scripts count as dots (UTS #46 §2.3), joiners are ignored. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\u3002\\uFF0E\\uFF61\\u2024]", ".")
                .replaceAll("[\\u200C\\u200D\\uFE0E\\uFE0F]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> read() {
        try (InputStream in = LinkFinder.class.getResourceAsStream("tlds.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: tlds.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
