package dev.fanlight.agent.control;

import dev.fanlight.agent.uplink.connection.WatchLink;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.json.JsonReader;
import dev.fanlight.protocol.codec.json.JsonText;
import dev.fanlight.protocol.codec.json.Members;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The first line of an agent’s answer. Immutable.
 *
 * @param error why it was not done, a sentence
 * @param agent version of the agent, of a status
 * @param link a link that was requested
 */
public record ControlAnswer(Optional<String> error, Optional<String> agent, Optional<WatchLink> link) {

    private static final int MAX_SENTENCE = 2_048;

    /** It is done. */
    static ControlAnswer done() {
        return new ControlAnswer(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** It was not done. */
    static ControlAnswer failed(String sentence) {
        return new ControlAnswer(Optional.of(sentence), Optional.empty(), Optional.empty());
    }

    /** A status follows, a line for each camera. */
    static ControlAnswer status(String version) {
        return new ControlAnswer(Optional.empty(), Optional.of(version), Optional.empty());
    }

    /** The link that was requested. */
    static ControlAnswer shared(WatchLink link) {
        return new ControlAnswer(Optional.empty(), Optional.empty(), Optional.of(link));
    }

    /** Reads a line. */
    static ControlAnswer parse(String line) throws ProtocolException {
        Members members = JsonReader.read(line.getBytes(StandardCharsets.UTF_8));
        Optional<String> url = members.optionalString("url", MAX_SENTENCE);
        Duration lifetime = members.optionalMillis("lifetime_ms").orElse(Duration.ZERO);
        return new ControlAnswer(
                members.optionalString("error", MAX_SENTENCE),
                members.optionalString("agent", MAX_SENTENCE),
                url.map(text -> new WatchLink(text, lifetime)));
    }

    /** The line, without its end. */
    String line() {
        return JsonText.object(out -> {
            out.text("error", error).text("agent", agent);
            link.ifPresent(made -> out.text("url", made.url())
                    .number("lifetime_ms", made.lifetime().toMillis()));
        });
    }
}
