package dev.fanlight.relay.chat.text;

import dev.fanlight.protocol.chat.ChatRole;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names reserved for the owner and for moderators. Stateless, thread safe. */
final class ReservedNames {

    private static final Set<String> OF_MODERATORS = Set.of("mod", "moderator", "staff", "support", "team");

    private static final Set<String> OF_THE_OWNER = Set.of(
            "admin",
            "administrator",
            "bot",
            "camera",
            "everyone",
            "fanlight",
            "host",
            "operator",
            "owner",
            "relay",
            "root",
            "server",
            "system");

    private static final Map<String, ChatRole> NEEDED = needed();

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OUTER_DIGITS = Pattern.compile("^\\p{N}+|\\p{N}+$");

    private static final String DIGITS = "013457@$!";
    private static final String LETTERS = "oieastasi";

    private ReservedNames() {}

    /** The lowest role that may use a name. */
    static ChatRole needed(String name, String camera) {
        ChatRole needed = neededBySpelling(name, camera);
        ChatRole spelled = neededBySpelling(digitsAsLetters(name), camera);
        return needed.compareTo(spelled) >= 0 ? needed : spelled;
    }

    private static ChatRole neededBySpelling(String name, String camera) {
        Set<String> cameraKeys = NameKeys.of(camera);
        ChatRole needed = ChatRole.CHATTER;
        for (String key : NameKeys.of(plain(name))) {
            ChatRole ofKey = cameraKeys.contains(key) ? ChatRole.OWNER : NEEDED.getOrDefault(key, ChatRole.CHATTER);
            needed = needed.compareTo(ofKey) >= 0 ? needed : ofKey;
        }
        return needed;
    }

    /** Without accents, and without leading or trailing digits. */
    private static String plain(String name) {
        String decomposed = Normalizer.normalize(NameKeys.core(name), Normalizer.Form.NFKD);
        String letters = MARKS.matcher(decomposed).replaceAll("");
        String inner = OUTER_DIGITS.matcher(letters).replaceAll("");
        return inner.isEmpty() ? letters : inner;
    }

    private static String digitsAsLetters(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int index = DIGITS.indexOf(name.charAt(i));
            letters.append(index < 0 ? name.charAt(i) : LETTERS.charAt(index));
        }
        return letters.toString();
    }

    private static Map<String, ChatRole> needed() {
        Map<String, ChatRole> needed = new HashMap<>();
        OF_MODERATORS.forEach(word -> NameKeys.of(word).forEach(key -> needed.put(key, ChatRole.MODERATOR)));
        OF_THE_OWNER.forEach(word -> NameKeys.of(word).forEach(key -> needed.put(key, ChatRole.OWNER)));
        return Map.copyOf(needed);
    }
}
