package dev.fanlight.agent.doctor;

import dev.fanlight.cli.SecretMask;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a report fit to be sent to others: without secrets, host names of the relay, and addresses. Immutable.
 *
 * @param relayHost the relay’s name or address, if one was joined
 */
public record ReportMask(Optional<String> relayHost) {

    private static final String HOST = "RELAY";
    private static final String ADDRESS = "ADDRESS";
    private static final Pattern V4 = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern V6 =
            Pattern.compile("(?<![\\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![\\w:])");

    /** The text without them. */
    public String text(String text) {
        String masked = SecretMask.text(text);
        masked = relayHost.isPresent() ? masked.replace(relayHost.get(), HOST) : masked;
        masked = V4.matcher(masked).replaceAll(ADDRESS);
        return V6.matcher(masked).replaceAll(ADDRESS);
    }
}
