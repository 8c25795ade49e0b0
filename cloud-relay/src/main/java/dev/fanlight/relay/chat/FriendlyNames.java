package dev.fanlight.relay.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Generates names for people who have not chosen one: an adjective and an animal. Thread safe if its random source is. */
public final class FriendlyNames {

    private final RandomGenerator random;
    private final List<String> adjectives = words("adjectives.txt");
    private final List<String> animals = words("animals.txt");
    private final Set<String> adjectiveSet = Set.copyOf(adjectives);
    private final Set<String> animalSet = Set.copyOf(animals);

    /** Names drawn with {@code random}. */
    public FriendlyNames(RandomGenerator random) {
        this.random = random;
    }

    /** A random name; the same one may come again. */
    public String next() {
        return pick(adjectives) + "-" + pick(animals);
    }

    /** Whether a name is one of these, also with what is appended where it was taken. */
    boolean isGenerated(String name) {
        String[] parts = name.split("-", 3);
        return parts.length > 1 && adjectiveSet.contains(parts[0]) && animalSet.contains(parts[1]);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String resource) {
        try (InputStream in = FriendlyNames.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
