package dev.fanlight.agent.audio.javacv;

import java.util.Map;

/** Says why a sound device cannot be opened. Stateless. */
final class AlsaErrors {

    private static final String CONFIGURATION = "ALSA_CONFIG_PATH";

    private AlsaErrors() {}

    /** The end of a sentence that begins with “The sound”. FFmpeg has one error for everything. */
    static String notOpened(String name, String architecture, Map<String, String> environment) {
        String cause =
                "of " + name + " cannot be captured: there is no such device, it is in use, or no permission to open it"
                        + " (group audio); \"arecord -L\" lists devices";
        boolean looksElsewhere = "aarch64".equals(architecture) && !environment.containsKey(CONFIGURATION);
        return looksElsewhere
                ? cause + "; on this computer it also needs " + CONFIGURATION + "=/usr/share/alsa/alsa.conf"
                : cause;
    }
}
