package dev.fanlight.media.amf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of AMF0, as far as commands and metadata use it. Implementations are immutable. */
public sealed interface AmfValue {

    /** The value that stands for none; undefined, references and unsupported values are read as it. */
    AmfValue NULL = new Nothing();

    /** A number; dates are read as one, ms since 1970. */
    record Numeric(double value) implements AmfValue {}

    /** True or false. */
    record Flag(boolean value) implements AmfValue {}

    /** A text of any length; XML is read as one. */
    record Text(String value) implements AmfValue {}

    /**
     * Members by their names, in their order. An ECMA array is read as one, and so is a typed object, without the name of its class.
     *
     * @param members at most {@link AmfReader#MAX_VALUES} when it was read
     */
    record Members(Map<String, AmfValue> members) implements AmfValue {

        /** A member that is a text. */
        public Optional<String> text(String name) {
            return members.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
        }
    }

    /** A strict array. */
    record Items(List<AmfValue> items) implements AmfValue {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** See {@link #NULL}. */
    record Nothing() implements AmfValue {}

    /** A number. */
    static AmfValue of(double value) {
        return new Numeric(value);
    }

    /** A text. */
    static AmfValue of(String value) {
        return new Text(value);
    }
}
