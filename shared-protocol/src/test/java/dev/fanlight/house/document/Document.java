package dev.fanlight.house.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Markdown file. Immutable.
 *
 * @param path relative to the root of the project
 * @param prose its lines outside of fenced code
 * @param blocks its fenced code
 */
public record Document(String path, List<String> prose, List<CodeBlock> blocks) {

    private static final Pattern FENCE = Pattern.compile("\\s*```+\\s*(\\w*).*");
    private static final Pattern INLINE_CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern LINK_TEXT = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    /** Copies the lists. */
    public Document {
        prose = List.copyOf(prose);
        blocks = List.copyOf(blocks);
    }

    /** Reads {@code text} as Markdown. */
    public static Document parse(String path, String text) {
        List<String> prose = new ArrayList<>();
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> code = new ArrayList<>();
        String language = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher fence = FENCE.matcher(line);
            if (language == null && fence.matches()) {
                language = fence.group(1);
            } else if (language == null) {
                prose.add(line);
            } else if (fence.matches()) {
                blocks.add(new CodeBlock(path + ":" + (number - code.size()), language, code));
                code.clear();
                language = null;
            } else {
                code.add(line);
            }
        }
        if (language != null) {
            throw new IllegalArgumentException(path + " has a fence without an end");
        }
        return new Document(path, prose, blocks);
    }

    /** The targets of its links and images, as they are written. */
    public List<String> links() {
        return prose.stream()
                .map(line -> INLINE_CODE.matcher(line).replaceAll(""))
                .flatMap(line -> LINK.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** What stands between backticks in its prose. */
    public List<String> inlineCode() {
        return prose.stream()
                .flatMap(line -> INLINE_CODE.matcher(line).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** The anchors of its headings, as GitHub makes them. */
    public Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : prose) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = anchor(heading.group(1));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return LINK_TEXT
                .matcher(heading)
                .replaceAll("$1")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
