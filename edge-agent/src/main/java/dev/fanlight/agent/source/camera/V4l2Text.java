package dev.fanlight.agent.source.camera;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code v4l2-ctl} prints; lines that it does not know are skipped. Stateless. */
final class V4l2Text {

    /** Big-endian formats are called like the others, with an addition; flags like {@code compressed} follow the description. */
    private static final Pattern FORMAT =
            Pattern.compile("\\s*\\[\\d+]: '(.{4}(?:-BE)?)' \\((.*?)(?:, [a-z][a-z0-9-]*)*\\)");

    private static final Pattern SIZE =
            Pattern.compile("\\s*Size: (?:Discrete|Stepwise|Continuous) (.*?)(?: with step .*)?");
    /** Of a range of intervals the greatest rate. */
    private static final Pattern RATE = Pattern.compile("\\s*Interval: .*\\((?:[\\d.]+-)?([\\d.]+) fps\\)");

    private static final Pattern CONTROL =
            Pattern.compile("\\s*([a-z0-9_]+) 0x[0-9a-f]+ \\((int|int64|bool|menu|intmenu)\\)\\s*:(.*)");
    private static final Pattern CHOICE = Pattern.compile("\\s+(-?\\d{1,18}): (.*)");
    private static final Pattern FIELD = Pattern.compile("\\b(min|max|value)=(-?\\d{1,19})\\b");
    private static final Pattern READ_ONLY = Pattern.compile(".*flags=.*(?:read-only|disabled).*");

    private V4l2Text() {}

    /** Of {@code --list-formats-ext}. */
    static List<CameraFormat> formats(String text) {
        Deque<CameraFormat> formats = new ArrayDeque<>();
        for (String line : text.lines().toList()) {
            Matcher format = FORMAT.matcher(line);
            Matcher size = SIZE.matcher(line);
            Matcher rate = RATE.matcher(line);
            if (format.matches()) {
                formats.add(new CameraFormat(format.group(1).strip(), format.group(2), List.of()));
            } else if (size.matches() && !formats.isEmpty()) {
                formats.add(with(formats.removeLast(), size.group(1)));
            } else if (rate.matches() && !formats.isEmpty()) {
                formats.add(with(formats.removeLast(), Double.parseDouble(rate.group(1))));
            }
        }
        return List.copyOf(formats);
    }

    /** Of {@code --list-ctrls-menus}; without those that cannot be set to a number. */
    static List<CameraControl> controls(String text) {
        Deque<CameraControl> controls = new ArrayDeque<>();
        boolean menu = false;
        for (String line : text.lines().toList()) {
            Matcher control = CONTROL.matcher(line);
            Matcher choice = CHOICE.matcher(line);
            if (control.matches()) {
                boolean settable = !READ_ONLY.matcher(control.group(3)).matches();
                menu = settable && control.group(2).endsWith("menu");
                if (settable) {
                    controls.add(control(control));
                }
            } else if (menu && choice.matches()) {
                controls.add(with(controls.removeLast(), Long.parseLong(choice.group(1)), choice.group(2)));
            }
        }
        return List.copyOf(controls);
    }

    private static CameraFormat with(CameraFormat format, String pixels) {
        List<CameraFormat.Size> sizes = new ArrayList<>(format.sizes());
        sizes.add(new CameraFormat.Size(pixels, List.of()));
        return new CameraFormat(format.code(), format.description(), sizes);
    }

    private static CameraFormat with(CameraFormat format, double rate) {
        if (format.sizes().isEmpty()) {
            return format;
        }
        List<CameraFormat.Size> sizes = new ArrayList<>(format.sizes());
        CameraFormat.Size last = sizes.remove(sizes.size() - 1);
        List<Double> rates = new ArrayList<>(last.rates());
        rates.add(rate);
        sizes.add(new CameraFormat.Size(last.pixels(), rates));
        return new CameraFormat(format.code(), format.description(), sizes);
    }

    /** A switch has no range of its own. */
    private static CameraControl control(Matcher control) {
        Map<String, Long> fields = new HashMap<>();
        Matcher field = FIELD.matcher(control.group(3));
        while (field.find()) {
            String name = field.group(1);
            number(field.group(2)).ifPresent(number -> fields.put(name, number));
        }
        return new CameraControl(
                control.group(1),
                fields.getOrDefault("min", 0L),
                fields.getOrDefault("max", 1L),
                fields.getOrDefault("value", 0L),
                Map.of());
    }

    /** Controls have 64 bits at most. */
    private static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static CameraControl with(CameraControl control, long number, String name) {
        Map<Long, String> choices = new HashMap<>(control.choices());
        choices.put(number, name.strip());
        return new CameraControl(control.name(), control.min(), control.max(), control.value(), choices);
    }
}
