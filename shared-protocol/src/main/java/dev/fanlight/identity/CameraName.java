package dev.fanlight.identity;

import java.util.regex.Pattern;

/**
 * The name of a camera, readable in a link. Immutable.
 *
 * @param text 1–32 of a–z, 0–9 and hyphen, not beginning with a hyphen
 */
public record CameraName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** Checks the format; throws {@link IllegalArgumentException} with a message for the user. */
    public CameraName {
        if (!isValid(text)) {
            throw new IllegalArgumentException(
                    "A camera's name has 1 to 32 characters of a-z, 0-9 and hyphen, and does not begin with a hyphen");
        }
    }

    /** Whether {@code text} is a valid camera name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
