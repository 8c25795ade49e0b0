package dev.fanlight.protocol.sdp;

import dev.fanlight.protocol.stun.IcePassword;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * How one side is asked (RFC 8839 §5.4). Immutable.
 *
 * @param fragment its name, 4–256 characters of ICE
 * @param password seals what it is asked and what it answers
 */
public record IceCredentials(String fragment, IcePassword password) {

    private static final Pattern FRAGMENT = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int FRAGMENT_LENGTH = 12;
    private static final int PASSWORD_LENGTH = 32;

    static IceCredentials parse(String fragment, String password) throws SdpException {
        if (!FRAGMENT.matcher(fragment).matches() || !PASSWORD.matcher(password).matches()) {
            throw new SdpException("The description needs an a=ice-ufrag and an a=ice-pwd.");
        }
        return new IceCredentials(fragment, new IcePassword(password));
    }

    /** New ones, out of what nobody can predict. */
    public static IceCredentials next(Random random) {
        return new IceCredentials(text(random, FRAGMENT_LENGTH), new IcePassword(text(random, PASSWORD_LENGTH)));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
