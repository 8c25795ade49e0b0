package dev.fanlight.agent.onvif.soap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One element of an answer. Names are local names: makers choose their own prefixes, and some the wrong namespace. Immutable.
 *
 * @param name local name
 * @param attributes by local name
 * @param text its own text without blanks around it
 * @param children in document order
 */
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    /** The first child of this name. */
    public Optional<XmlElement> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** Goes down by the first child of each name. */
    public Optional<XmlElement> at(String... path) {
        Optional<XmlElement> here = Optional.of(this);
        for (String step : path) {
            here = here.flatMap(element -> element.child(step));
        }
        return here;
    }

    /** All elements of this name at any depth, in document order. */
    public Stream<XmlElement> all(String wanted) {
        return children.stream()
                .flatMap(child -> Stream.concat(
                        child.name.equals(wanted) ? Stream.of(child) : Stream.empty(), child.all(wanted)));
    }

    /** The first element of this name at any depth. */
    public Optional<XmlElement> first(String wanted) {
        return all(wanted).findFirst();
    }

    /** The text at a path; empty where there is none. */
    public Optional<String> textAt(String... path) {
        return at(path).map(XmlElement::text).filter(found -> !found.isEmpty());
    }

    /** The whole number at a path; empty where there is none. */
    public OptionalInt intAt(String... path) {
        OptionalDouble number = numberAt(path);
        return number.isPresent() && Math.abs(number.getAsDouble()) <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsDouble())
                : OptionalInt.empty();
    }

    /** The number at a path; empty where there is none. */
    public OptionalDouble numberAt(String... path) {
        Optional<String> found = textAt(path).filter(number -> number.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?"));
        return found.isPresent() ? OptionalDouble.of(Double.parseDouble(found.get())) : OptionalDouble.empty();
    }
}
