package dev.fanlight.relay.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the conformance suite’s report and fails when a case has failed, or when there were too few. “FAILED BY CLIENT” is right: it is
 * what the suite writes where we close, as we must. A program in one file, which is started without a build: {@code java
 * ConformanceReport.java index.json}.
 */
public final class ConformanceReport {

    private static final Set<String> BAD = Set.of("FAILED", "WRONG CODE", "UNCLEAN");
    private static final int FEWEST_CASES = 240;
    private static final Pattern CASE = Pattern.compile("\"(\\d+\\.\\d+(?:\\.\\d+)?)\"\\s*:\\s*\\{([^}]*)}");
    private static final Pattern BEHAVIOR = Pattern.compile("\"(behavior|behaviorClose)\"\\s*:\\s*\"([A-Z -]+)\"");

    private ConformanceReport() {}

    /** Prints what it found; ends with 1 when that is not as it should be. */
    public static void main(String[] arguments) throws IOException {
        String report = Files.readString(Path.of(arguments[0]));
        TreeMap<String, Integer> results = new TreeMap<>();
        TreeSet<String> failed = new TreeSet<>();
        int cases = 0;
        for (Matcher found = CASE.matcher(report); found.find(); cases++) {
            for (Matcher behavior = BEHAVIOR.matcher(found.group(2)); behavior.find(); ) {
                results.merge(behavior.group(1) + " " + behavior.group(2), 1, Integer::sum);
                if (BAD.contains(behavior.group(2))) {
                    failed.add(found.group(1));
                }
            }
        }
        System.out.println(cases + " cases: " + results);
        System.out.println("Failed: " + failed);
        if (!failed.isEmpty() || cases < FEWEST_CASES) {
            System.exit(1);
        }
    }
}
